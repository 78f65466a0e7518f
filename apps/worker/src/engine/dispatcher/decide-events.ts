import {
  candidateOf,
  insertSignals,
  type NewMatch,
  type NewRun,
  type Queryable,
  type StartableRun,
} from '@cueline/database';
import { decideStart, reentryKeyOf } from '@cueline/workflows';
import { ENGINE_VERSION } from '@cueline/workflows/messages';
import { ChainBounds, TOO_BROAD, type Planned } from './chain-bounds.js';
import * as repository from './dispatch.repository.js';
import type { ClaimedEvent } from './claim-events.sql.js';
import { awaitRunsOfClients, concernsClient, endsByClient, insertLateSignals } from './late-signals.js';
import { countsFromRecordOf, pastDatesOf, refusedRequests, writePastDates } from './past-dates.js';
import { runIdOf } from './run-id.js';
import type { DateRequest, PastDate } from '@cueline/database';
import type { PublishedWorkflow, WorkflowCache } from './workflow-cache.js';

export interface Decided {
  readonly started: readonly StartableRun[];
  /** Open runs were signalled. */
  readonly signalled: boolean;
}

export type Decide = (
  on: Queryable,
  cache: WorkflowCache,
  studioId: string,
  events: readonly ClaimedEvent[],
) => Promise<Decided>;

/** Decides which workflows a studio's events start, and writes the runs, the signals to open ones and every reason. */
export const decideEvents: Decide = async (on, cache, studioId, events) => {
  const revision = Math.max(...events.map((event) => event.revision));
  const workflows = await cache.of(on, studioId, revision);
  const listened = events.filter(
    (event) =>
      event.requested ?? workflows.some((one) => startedBy(event)(one) || countsFromRecordOf(event)(one)),
  );
  const ids = events.map(({ id }) => id);
  const records =
    listened.length > 0
      ? await repository.recordsOf(
          on,
          studioId,
          listened.map(({ id }) => id),
        )
      : new Map<string, never>();
  const refusedDates = await refusedRequests(on, studioId, events.flatMap(dateRequest));
  const now = new Date().toISOString();
  const matches: NewMatch[] = [];
  const pastDates: PastDate[] = [];
  const planned: (Planned & { readonly startable: StartableRun })[] = [];
  for (const event of listened) {
    const around = records.get(event.id);
    if (!around || refusedDates.has(event.id)) continue;
    const candidate = candidateOf(around);
    pastDates.push(...pastDatesOf(around, candidate, workflows.filter(countsFromRecordOf(event)), now));
    for (const workflow of workflows.filter(startedBy(event))) {
      const { workflowId, versionId, definition } = workflow;
      const { starts, reason } = decideStart(definition.trigger, candidate, now);
      const runId = runIdOf(workflowId, event.id);
      const match = { eventId: event.id, workflowId, versionId };
      if (!starts) {
        matches.push({ ...match, runId: null, reason });
        continue;
      }
      planned.push({
        event,
        match: { ...match, runId, reason },
        startable: { id: runId, studioId, engine: ENGINE_VERSION, definition },
        run: {
          ...match,
          id: runId,
          eventSeq: event.seq,
          engine: ENGINE_VERSION,
          subjectType: event.subjectType,
          subjectId: event.subjectId,
          clientId: around.client?.id ?? null,
          reentryKey: reentryKeyOf(definition.trigger, candidate),
        },
      });
    }
  }
  const bounds = await ChainBounds.lock(on, studioId, planned);
  const starting = planned.filter((one) => {
    const admitted = bounds.admits(one);
    matches.push(admitted ? one.match : { ...one.match, runId: null, reason: TOO_BROAD });
    return admitted;
  });
  const runs: NewRun[] = starting.map(({ run }) => run);
  const refused = listened.filter((event) => event.requested && !workflows.some(startedBy(event)));
  if (refused.length > 0) await repository.refuseUnpublished(on, studioId, refused);
  const seqs = events.map(({ seq }) => seq);
  const mayBeLate = runs.length > 0 && workflows.some(({ definition }) => endsByClient(definition));
  const runIds = runs.map(({ id }) => id);
  // One after the other, but sent together: each way to the server and back is time that a mail waits for.
  const [written, late, , signalled] = await Promise.all([
    repository.writeDecisions(on, studioId, { runs, matches, seqs }),
    mayBeLate ? insertLateSignals.run(on, { studioId, runIds }) : 0,
    events.some(concernsClient) ? awaitRunsOfClients.run(on, { studioId, eventIds: ids }) : undefined,
    insertSignals.first(on, { studioId, eventIds: ids }),
    pastDates.length > 0 ? writePastDates(on, studioId, pastDates) : undefined,
  ]);
  await bounds.count(on, studioId, starting, written);
  // Whoever pauses a workflow waits for the runs of it that are being written, and pauses them. A run that was written after that is not begun at all.
  if (written.size > 0 && signalled!.revision !== revision) throw new WorkflowsChanged();
  return {
    started: starting.map(({ startable }) => startable).filter(({ id }) => written.has(id)),
    signalled: late + signalled!.signals > 0,
  };
};

/** A workflow was published, paused or archived while events were decided by how it was before: they are to be decided anew. */
export class WorkflowsChanged extends Error {}

/** Whether an event may start a workflow: the one it asks for, else those that listen to its type. */
const startedBy =
  ({ type, requested }: ClaimedEvent) =>
  ({ workflowId, definition }: PublishedWorkflow): boolean =>
    requested === null
      ? definition.trigger.type === 'event' && definition.trigger.event === type
      : workflowId === requested;

const dateRequest = ({ id, subjectId, requested, due }: ClaimedEvent): DateRequest[] =>
  requested === null || due === null ? [] : [{ id, subjectId, workflowId: requested, due }];
