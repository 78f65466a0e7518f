import { STOPPED } from '@cueline/workflows';
import type { Actor } from '../../../platform/auth/caller.js';
import type { Transaction } from '../../../platform/database/studio-database.js';

/** A workflow whose runs a person holds, releases or stops with it, in the transaction of the change. */
export interface OfWorkflow {
  readonly studioId: string;
  readonly workflowId: string;
  readonly by: Actor;
}

const WITH_WORKFLOW = 'paused.workflow';

/** Holds every open run; what a person paused before stays theirs. */
export const holdRunsOf = (tx: Transaction, workflow: OfWorkflow): Promise<void> =>
  askAll(tx, workflow, {
    action: 'pause',
    which: 'r.paused_at IS NULL',
    set: `paused_at = now(), pause_reason = '${WITH_WORKFLOW}', status = CASE WHEN r.status IN ('running', 'waiting') THEN 'paused' ELSE r.status END`,
    payload: { reason: { code: WITH_WORKFLOW } },
  });

/** Lets go what was held with the workflow, and nothing that a person paused. */
export const releaseRunsOf = (tx: Transaction, workflow: OfWorkflow): Promise<void> =>
  askAll(tx, workflow, {
    action: 'resume',
    which: `r.pause_reason = '${WITH_WORKFLOW}'`,
    set: 'paused_at = NULL, pause_reason = NULL',
    payload: {},
  });

/** Ends every open run, and its mails and webhooks that have not left. */
export async function stopRunsOf(tx: Transaction, workflow: OfWorkflow): Promise<void> {
  await askAll(tx, workflow, {
    action: 'stop',
    which: `r.pause_reason IS DISTINCT FROM '${STOPPED}'`,
    set: `paused_at = COALESCE(r.paused_at, now()), pause_reason = '${STOPPED}',
      status = CASE WHEN r.status IN ('running', 'waiting') THEN 'paused' ELSE r.status END`,
    payload: { reason: { code: STOPPED } },
  });
  const run = { workflowId: workflow.workflowId, endedAt: null };
  const data = {
    state: 'suppressed',
    reason: { code: STOPPED, params: {} },
    nextAttemptAt: null,
    tellRun: true,
  } as const;
  await tx.send.updateMany({ where: { run, state: { in: ['held', 'queued'] } }, data });
  await tx.webhookDelivery.updateMany({ where: { run, state: 'waiting' }, data });
}

interface Word {
  readonly action: 'pause' | 'resume' | 'stop';
  /** SQL conditions and assignments about `r`, a row of `runs`. */
  readonly which: string;
  readonly set: string;
  readonly payload: object;
}

/** In two statements, however many runs there are: locks them in one order, changes them, and writes who asked and the word to each. */
async function askAll(
  tx: Transaction,
  { studioId, workflowId, by }: OfWorkflow,
  { action, which, set, payload }: Word,
): Promise<void> {
  const open = `r.studio_id = $1::uuid AND r.workflow_id = $2::uuid AND r.ended_at IS NULL`;
  await tx.$queryRawUnsafe(
    `SELECT 1 FROM runs r WHERE ${open} ORDER BY r.id FOR NO KEY UPDATE`,
    studioId,
    workflowId,
  );
  await tx.$executeRawUnsafe(
    `WITH asked AS (UPDATE runs r SET ${set} WHERE ${open} AND ${which} RETURNING r.id), noted AS (
       INSERT INTO run_controls (id, studio_id, run_id, action, params, actor_type, actor_id, actor_name)
       SELECT gen_random_uuid(), $1::uuid, id, $3, '{"withWorkflow": true}', $4, $5, $6 FROM asked)
     INSERT INTO run_signals (studio_id, run_id, kind, payload) SELECT $1::uuid, id, $3, $7::jsonb FROM asked`,
    studioId,
    workflowId,
    action,
    by.type,
    by.id,
    by.name,
    JSON.stringify(payload),
  );
}
