import { inTransaction, shortenLockTimeout, withSavepoint, type Queryable } from '@cueline/database';
import type { Pool } from 'pg';
import { failureOf, isAway } from '../../platform/failures/failure.js';
import { log, messageOf } from '../../platform/log.js';
import { decideEvents, WorkflowsChanged, type Decide, type Decided } from './decide-events.js';
import * as repository from './dispatch.repository.js';
import type { ClaimedEvent, Whose } from './dispatch.repository.js';
import type { WorkflowCache } from './workflow-cache.js';

export interface Dispatched extends Decided {
  /** Whose events they were; undefined when no studio has any that may be taken. */
  readonly studioId: string | undefined;
  readonly claimed: number;
  /** Events wait that could not be claimed with these: of the same studio, or of another one. */
  readonly more: boolean;
}

export interface Claiming extends Whose {
  /** Called with the studio whose events are in hand. */
  readonly onTurn?: (studioId: string) => void;
}

const PARKED_S = { permanent: 60, temporary: 3 } as const;

/**
 * One batch of one studio, in one transaction: claims events in order, decides which workflows they start, and writes the runs, the signals and every
 * reason. Nothing is started here: what is committed, a start or a sweep carries out.
 */
export async function dispatchBatch(
  pool: Pool,
  cache: WorkflowCache,
  limit: number,
  claiming: Claiming = {},
): Promise<Dispatched> {
  let turn: string | undefined;
  const onTurn = (studioId: string) => {
    turn = studioId;
    claiming.onTurn?.(studioId);
  };
  try {
    return await batch(pool, cache, limit, { ...claiming, onTurn }, decideEvents);
  } catch (error) {
    if (error instanceof WorkflowsChanged) return dispatchBatch(pool, cache, limit, claiming);
    if (isAway(error) || turn === undefined) throw error;
    // One of them can't be dispatched: once more with care, so that it is found and put aside.
    return batch(pool, cache, limit, { only: turn }, dispatchOrPark, true);
  }
}

async function batch(
  pool: Pool,
  cache: WorkflowCache,
  limit: number,
  claiming: Claiming,
  decide: Decide,
  /** No event waits long for a row that somebody has locked. */
  isCareful = false,
): Promise<Dispatched> {
  return inTransaction(pool, async (connection) => {
    const [, { studioId, events, others }] = await Promise.all([
      isCareful && shortenLockTimeout.run(connection, {}),
      repository.claim(connection, limit, claiming),
    ]);
    if (studioId !== undefined) claiming.onTurn?.(studioId);
    const nothing: Decided = { started: [], signalled: false };
    const done = events.length > 0 ? await decide(connection, cache, studioId!, events) : nothing;
    const more = others || events.length === limit || events.some(({ followed }) => followed);
    return { studioId, claimed: events.length, more, ...done };
  });
}

const together = (all: readonly Decided[]): Decided => ({
  started: all.flatMap(({ started }) => started),
  signalled: all.some(({ signalled }) => signalled),
});

/** All events of a studio together; when that fails one by one, so that a bad one is parked and the others go on. */
const dispatchOrPark: Decide = async (on, cache, studioId, events) => {
  try {
    return await withSavepoint(on, isAway, () => decideEvents(on, cache, studioId, events));
  } catch (error) {
    if (error instanceof WorkflowsChanged || isAway(error)) throw error;
    if (events.length === 1) {
      await park(on, events[0]!, error);
      return { started: [], signalled: false };
    }
  }
  const each: Decided[] = [];
  for (const event of events) each.push(await dispatchOrPark(on, cache, studioId, [event]));
  return together(each);
};

async function park(on: Queryable, { seq, id }: ClaimedEvent, error: unknown): Promise<void> {
  const { type, reason } = failureOf(error);
  log.warn(`Event ${id} is put aside (${reason.code})`, error);
  await repository.park(on, seq, messageOf(error), PARKED_S[type]);
}
