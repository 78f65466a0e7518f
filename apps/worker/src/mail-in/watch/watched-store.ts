import type { MirrorStore, Observation, StoreAsk, Write } from '@cueline/email/imap';
import { isAway } from '../../platform/failures/failure.js';

const AGAIN_MS = 1_000;

export interface StoreWatch {
  /** What was fetched is stored, or was not to be. */
  stored(write: Write): void;
  readonly rest: (milliseconds: number) => Promise<void>;
  readonly stop: AbortSignal;
}

/** A store that waits for its database: what was seen stays seen, the connection to the mail server stays, and a write may be repeated. */
export class WatchedStore implements MirrorStore {
  constructor(
    private readonly store: MirrorStore,
    private readonly watch: StoreWatch,
  ) {}

  answer(ask: StoreAsk): Promise<Observation> {
    return this.#patiently(() => this.store.answer(ask));
  }

  async commit(write: Write): Promise<Observation> {
    const seen = await this.#patiently(() => this.store.commit(write));
    if (seen.saw === 'committed') this.watch.stored(write);
    return seen;
  }

  async #patiently(work: () => Promise<Observation>): Promise<Observation> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (this.watch.stop.aborted || !isAway(error)) throw error;
        await this.watch.rest(AGAIN_MS);
      }
    }
  }
}
