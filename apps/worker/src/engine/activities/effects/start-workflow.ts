import { startOutcome, WORKFLOW_REQUESTED, type StartWorkflowStep } from '@cueline/workflows';
import type { RunContext } from '../../record-context/run-context.repository.js';
import { effectOf, type Effect, type EffectCall } from '../effect.js';
import { workflowName } from './start-workflow.sql.js';
import type { IdempotentStep } from './idempotent-step.js';

/** Asks for a run: the dispatcher starts it, or says beside the request why it does not. */
export function startWorkflow(
  idempotentStep: IdempotentStep,
  step: StartWorkflowStep,
  context: RunContext,
  call: EffectCall,
): Promise<Effect> {
  return idempotentStep.carryOut(step, context, call, async ({ studioId, on, happened }) => {
    const workflowId = step.workflow;
    const workflow = await workflowName.first(on, { studioId, workflowId });
    const outcome = startOutcome(step, workflow);
    if (workflow)
      await happened({
        type: WORKFLOW_REQUESTED,
        subjectType: context.subjectType,
        subjectId: context.subjectId,
        data: { ...context.eventData, event: context.beganWith, workflowId },
      });
    return effectOf(outcome);
  });
}
