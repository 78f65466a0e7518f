import type { Pool, PoolClient } from 'pg';
import { decideStart, reentryKeyOf } from '@cueline/database';
import { ENGINE_VERSION } from '@cueline/workflows/messages';
import { messageOf } from '../platform/log.js';
import { runIdOf } from './run-id.js';
import * as repository from './dispatch.repository.js';
import type { ClaimedEvent, NewMatch, NewRun } from './dispatch.repository.js';
import {
  awaitRunsOfClients,
  concernsClient,
  endsByClient,
  insertLateSignals,
} from './late-signals.repository.js';
import type { PublishedWorkflow, WorkflowCache } from './workflow-cache.js';

export interface Dispatched {
  readonly claimed: number;
  readonly runIds: readonly string[];
  /** Open runs were told something. */
  readonly signalled: boolean;
}

/**
 * One batch, in one transaction: claims events in order, decides which workflows they start, and writes the runs, the signals and every
 * reason. Nothing is started here: what is committed, a start or a sweep carries out.
 */
export async function dispatchBatch(pool: Pool, cache: WorkflowCache, limit: number): Promise<Dispatched> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('BEGIN');
    const events = await repository.claim(connection, limit);
    const done: Dispatched[] = [];
    for (const [studioId, ofStudio] of byStudio(events))
      done.push(await dispatchOrPark(connection, cache, studioId, ofStudio));
    await connection.query('COMMIT');
    return {
      claimed: events.length,
      runIds: done.flatMap(({ runIds }) => runIds),
      signalled: done.some(({ signalled }) => signalled),
    };
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection that failed in a transaction is not used again: closing it rolls back and frees the claims.
    connection.release(broken);
  }
}

function byStudio(events: readonly ClaimedEvent[]): Map<string, ClaimedEvent[]> {
  const studios = new Map<string, ClaimedEvent[]>();
  for (const event of events) studios.set(event.studio_id, [...(studios.get(event.studio_id) ?? []), event]);
  return studios;
}

/** All events of a studio together; when that fails one by one, so that a bad one is parked and the others go on. */
async function dispatchOrPark(
  on: PoolClient,
  cache: WorkflowCache,
  studioId: string,
  events: readonly ClaimedEvent[],
): Promise<Dispatched> {
  try {
    return await withSavepoint(on, () => dispatch(on, cache, studioId, events));
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    if (events.length === 1) {
      await repository.park(on, events[0]!.seq, messageOf(error));
      return { claimed: 0, runIds: [], signalled: false };
    }
  }
  const each: Dispatched[] = [];
  for (const event of events) each.push(await dispatchOrPark(on, cache, studioId, [event]));
  return {
    claimed: 0,
    runIds: each.flatMap(({ runIds }) => runIds),
    signalled: each.some(({ signalled }) => signalled),
  };
}

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

async function dispatch(
  on: PoolClient,
  cache: WorkflowCache,
  studioId: string,
  events: readonly ClaimedEvent[],
): Promise<Dispatched> {
  const workflows = await cache.of(on, studioId, Math.max(...events.map(({ revision }) => revision)));
  const listened = events.filter((event) => event.requested ?? workflows.some(startedBy(event)));
  const ids = events.map(({ id }) => id);
  const records =
    listened.length > 0
      ? await repository.recordsOf(
          on,
          studioId,
          listened.map(({ id }) => id),
        )
      : new Map<string, never>();
  const now = new Date().toISOString();
  const runs: NewRun[] = [];
  const matches: NewMatch[] = [];
  for (const event of listened) {
    const around = records.get(event.id);
    if (!around) continue;
    for (const workflow of workflows.filter(startedBy(event))) {
      const { workflowId, versionId, definition } = workflow;
      const { starts, reason } = decideStart(workflow, around, event.chain, now);
      const runId = runIdOf(workflowId, event.id);
      const match = { event_id: event.id, workflow_id: workflowId, version_id: versionId };
      matches.push({ ...match, run_id: starts ? runId : null, reason });
      if (!starts) continue;
      runs.push({
        ...match,
        id: runId,
        event_seq: event.seq,
        engine: ENGINE_VERSION,
        subject_type: event.subject_type,
        subject_id: event.subject_id,
        client_id: (around.client?.['id'] as string | undefined) ?? null,
        reentry_key: reentryKeyOf(definition.trigger, around),
      });
    }
  }
  const refused = listened.filter((event) => event.requested && !workflows.some(startedBy(event)));
  if (refused.length > 0) await repository.refuseUnpublished(on, studioId, refused);
  const started = await repository.insertRuns(on, studioId, runs);
  await repository.insertMatches(
    on,
    studioId,
    matches.map((match) => withoutSecondRun(match, started)),
  );
  let signalled = 0;
  if (started.size > 0 && workflows.some(({ definition }) => endsByClient(definition)))
    signalled += await insertLateSignals(on, studioId, [...started]);
  if (events.some(concernsClient)) await awaitRunsOfClients(on, studioId, ids);
  signalled += await repository.insertSignals(on, studioId, ids);
  await repository.markDispatched(
    on,
    events.map(({ seq }) => seq),
  );
  return { claimed: events.length, runIds: [...started], signalled: signalled > 0 };
}

/** Whether an event may start a workflow: the one it asks for, else those that listen to its type. */
const startedBy =
  ({ type, requested }: ClaimedEvent) =>
  ({ workflowId, definition }: PublishedWorkflow): boolean =>
    requested === null
      ? definition.trigger.type === 'event' && definition.trigger.event === type
      : workflowId === requested;

const withoutSecondRun = (match: NewMatch, started: ReadonlySet<string>): NewMatch =>
  match.run_id === null || started.has(match.run_id)
    ? match
    : { ...match, run_id: null, reason: { code: 'match.reentry' } };
