import type { Observation, ServerAsk, StoreAsk, Write } from './core/index.js';

/** A mail server as the core sees it. It never throws: what goes wrong is an observation. */
export interface MailServer {
  answer(ask: ServerAsk): Promise<Observation>;
  /** Ends what waits for news at once. */
  interrupt(): void;
  close(): Promise<void>;
}

/** Where a mailbox is mirrored. */
export interface MirrorStore {
  answer(ask: StoreAsk): Promise<Observation>;
  /** In one transaction, under the lease. @returns `committed` or `leaseLost` */
  commit(write: Write): Promise<Observation>;
}
