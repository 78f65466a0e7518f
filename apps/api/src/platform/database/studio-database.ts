import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  claimIdempotencyKey,
  EventNotifier,
  RUNS_CHANNEL,
  StudioClients,
  openDatabase,
  recordEvents,
  onPrisma,
  type Database,
  type NewEvent,
  type StudioClient,
  type StudioTransaction,
} from '@cueline/database';
import { randomUUID } from 'node:crypto';
import { requestUnderWay, unanswered, type NamedRequest } from '../idempotency/named-request.js';
import { CONFIGURATION, type Configuration } from '../configuration.js';

export type Transaction = StudioTransaction;
/** An event about a change; the rest is filled in. */
export type Happened = Pick<NewEvent, 'type' | 'subjectType' | 'subjectId' | 'takenOver'> & {
  readonly data?: object;
  /** Now, where nothing is said. */
  readonly occurredAt?: Date;
};
/** Says what happened, in the transaction of the change. */
export type Emit = (event: Happened) => void;

/** The database as a studio's request sees it. */
@Injectable()
export class StudioDatabase implements OnApplicationShutdown {
  readonly database: Database;
  readonly notifier: EventNotifier;
  /** Notify after committing a row in run_signals. */
  readonly runsNotifier: EventNotifier;
  readonly #clients: StudioClients;

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.database = openDatabase({
      url: configuration.DATABASE_URL,
      poolSize: configuration.API_DATABASE_POOL,
    });
    this.#clients = new StudioClients(this.database.prisma);
    const { pool } = this.database;
    const warn = (error: unknown) => console.warn('The worker could not be notified', error);
    this.notifier = new EventNotifier(pool, warn);
    this.runsNotifier = new EventNotifier(pool, warn, RUNS_CHANNEL);
  }

  of(studioId: string): StudioClient {
    return this.#clients.of(studioId);
  }

  /** A change and its events commit together or not at all; then the dispatcher is notified. */
  async change<T>(studioId: string, work: (tx: Transaction, emit: Emit) => Promise<T>): Promise<T> {
    const happened: NewEvent[] = [];
    const named = requestUnderWay.getStore();
    const result = await this.of(studioId).$transaction(async (tx) => {
      if (named) await writeName(tx, studioId, named);
      const value = await work(tx, (event) =>
        happened.push({
          source: 'cueline',
          sourceId: randomUUID(),
          occurredAt: new Date(),
          data: {},
          ...event,
        }),
      );
      await recordEvents(onPrisma(tx), studioId, happened);
      return value;
    });
    if (named) named.isWritten = true;
    if (happened.length > 0) this.notifier.notify();
    return result;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/**
 * The name of a request commits with what it changes, so that it does so once, whatever dies; a request that comes again meanwhile waits here for the first.
 * @throws ProblemError the other one was quicker
 */
async function writeName(tx: Transaction, studioId: string, named: NamedRequest): Promise<void> {
  if (named.isWritten) return;
  const { callerId, key, fingerprint } = named;
  const claimed = await claimIdempotencyKey.run(onPrisma(tx), { studioId, callerId, key, fingerprint });
  if (claimed === 0) throw unanswered();
}
