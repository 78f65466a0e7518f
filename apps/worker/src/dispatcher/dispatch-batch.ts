import type { Pool, PoolClient } from 'pg';
import { messageOf } from '../platform/log.js';
import { decideEvents, WorkflowsChanged, type Decide, type Decided } from './decide-events.js';
import * as repository from './dispatch.repository.js';
import type { ClaimedEvent } from './dispatch.repository.js';
import type { WorkflowCache } from './workflow-cache.js';

export interface Dispatched extends Decided {
  readonly claimed: number;
  /** Events wait that could not be claimed with these. */
  readonly more: boolean;
}

/**
 * One batch, in one transaction: claims events in order, decides which workflows they start, and writes the runs, the signals and every
 * reason. Nothing is started here: what is committed, a start or a sweep carries out.
 */
export async function dispatchBatch(pool: Pool, cache: WorkflowCache, limit: number): Promise<Dispatched> {
  try {
    return await batch(pool, cache, limit, decideEvents);
  } catch (error) {
    if (error instanceof WorkflowsChanged) return dispatchBatch(pool, cache, limit);
    if (isConnectionLost(error)) throw error;
    // One of them can't be dispatched: once more with care, so that it is found and put aside.
    return batch(pool, cache, limit, dispatchOrPark);
  }
}

async function batch(pool: Pool, cache: WorkflowCache, limit: number, decide: Decide): Promise<Dispatched> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    const [, events] = await Promise.all([connection.query('BEGIN'), repository.claim(connection, limit)]);
    const done: Decided[] = [];
    for (const [studioId, ofStudio] of byStudio(events))
      done.push(await decide(connection, cache, studioId, ofStudio));
    await connection.query('COMMIT');
    const more = events.length === limit || events.some(({ followed }) => followed);
    return { claimed: events.length, more, ...together(done) };
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection that failed in a transaction is not used again: closing it rolls back and frees the claims.
    connection.release(broken);
  }
}

const together = (all: readonly Decided[]): Decided => ({
  started: all.flatMap(({ started }) => started),
  signalled: all.some(({ signalled }) => signalled),
});

function byStudio(events: readonly ClaimedEvent[]): Map<string, ClaimedEvent[]> {
  const studios = new Map<string, ClaimedEvent[]>();
  for (const event of events) studios.set(event.studio_id, [...(studios.get(event.studio_id) ?? []), event]);
  return studios;
}

/** All events of a studio together; when that fails one by one, so that a bad one is parked and the others go on. */
const dispatchOrPark: Decide = async (on, cache, studioId, events) => {
  try {
    return await withSavepoint(on, () => decideEvents(on, cache, studioId, events));
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    if (events.length === 1) {
      await repository.park(on, events[0]!.seq, messageOf(error));
      return { started: [], signalled: false };
    }
  }
  const each: Decided[] = [];
  for (const event of events) each.push(await dispatchOrPark(on, cache, studioId, [event]));
  return together(each);
};

async function withSavepoint<T>(on: PoolClient, work: () => Promise<T>): Promise<T> {
  await on.query('SAVEPOINT dispatch');
  try {
    return await work();
  } catch (error) {
    if (!isConnectionLost(error)) await on.query('ROLLBACK TO SAVEPOINT dispatch');
    throw error;
  }
}

/** PostgreSQL's errors about a statement carry a five-character SQLSTATE; those of class 57 (shutdown) and all others mean the link. */
const isConnectionLost = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  const isJavaScript = error instanceof TypeError || error instanceof RangeError;
  return (
    !isJavaScript &&
    (typeof code !== 'string' || code.length !== 5 || code.startsWith('57') || code.startsWith('08'))
  );
};
