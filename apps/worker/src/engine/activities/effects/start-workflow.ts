import { WORKFLOW_REQUESTED, type StartWorkflowStep } from '@cueline/workflows';
import { beganWith, type RunContext } from '../../record-context/run-context.repository.js';
import type { Effect, EffectCall } from '../effect.js';
import type { IdempotentStep } from './idempotent-step.js';

const named = 'SELECT name FROM workflows WHERE studio_id = $1 AND id = $2';

/** Asks for a run: the dispatcher starts it, or says beside the request why it does not. */
export function startWorkflow(
  idempotentStep: IdempotentStep,
  step: StartWorkflowStep,
  context: RunContext,
  call: EffectCall,
): Promise<Effect> {
  return idempotentStep.carryOut(step, context, call, async ({ studioId, query, happened }) => {
    const workflowId = step.workflow;
    const [workflow] = await query<{ name: string }>('workflow-name', named, [studioId, workflowId]);
    if (!workflow) return missing;
    await happened({
      type: WORKFLOW_REQUESTED,
      subjectType: context.subject_type,
      subjectId: context.subject_id,
      data: { ...context.event_data, event: beganWith(context), workflowId },
    });
    return {
      result: { type: 'done' },
      reason: { code: 'start.requested', params: { workflowId, name: workflow.name } },
    };
  });
}

const missing: Effect = {
  result: { type: 'failed', reason: { code: 'start.workflowMissing' } },
  reason: { code: 'start.workflowMissing', params: {} },
};
