import type { PoolClient } from 'pg';
import { decideStart, reentryKeyOf } from '@cueline/database';
import { ENGINE_VERSION } from '@cueline/workflows/messages';
import * as repository from './dispatch.repository.js';
import type { ClaimedEvent, NewMatch, NewRun } from './dispatch.repository.js';
import {
  awaitRunsOfClients,
  concernsClient,
  endsByClient,
  insertLateSignals,
} from './late-signals.repository.js';
import { runIdOf } from './run-id.js';
import { insertSignals } from './signals.repository.js';
import type { StartableRun } from './starts.repository.js';
import type { PublishedWorkflow, WorkflowCache } from './workflow-cache.js';

export interface Decided {
  readonly started: readonly StartableRun[];
  /** Open runs were told something. */
  readonly signalled: boolean;
}

export type Decide = (
  on: PoolClient,
  cache: WorkflowCache,
  studioId: string,
  events: readonly ClaimedEvent[],
) => Promise<Decided>;

/** Decides which workflows a studio's events start, and writes the runs, the signals to open ones and every reason. */
export const decideEvents: Decide = async (on, cache, studioId, events) => {
  const revision = Math.max(...events.map((event) => event.revision));
  const workflows = await cache.of(on, studioId, revision);
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
  const startable: StartableRun[] = [];
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
      startable.push({ id: runId, studio_id: studioId, engine: ENGINE_VERSION, definition });
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
  const seqs = events.map(({ seq }) => seq);
  const mayBeLate = runs.length > 0 && workflows.some(({ definition }) => endsByClient(definition));
  const runIds = runs.map(({ id }) => id);
  // One after the other, but sent together: each way to the server and back is time that a mail waits for.
  const [written, late, , told] = await Promise.all([
    repository.writeDecisions(on, studioId, { runs, matches, seqs }),
    mayBeLate ? insertLateSignals(on, studioId, runIds) : 0,
    events.some(concernsClient) ? awaitRunsOfClients(on, studioId, ids) : undefined,
    insertSignals(on, studioId, ids),
  ]);
  // Whoever pauses a workflow waits for the runs of it that are being written, and holds them. A run that was written after that is not begun at all.
  if (written.size > 0 && told.revision !== revision) throw new WorkflowsChanged();
  return {
    started: startable.filter(({ id }) => written.has(id)),
    signalled: late + told.words > 0,
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
