import type { RunProgress } from '@cueline/database';
import type { RunActivities, Tried } from '@cueline/workflows/messages';
import type { PutOffRuns } from '../put-off/put-off-runs.js';
import { StepFailures, type Later } from '../put-off/step-failures.js';
import type { StartGate } from '../dispatcher/start-gate.js';
import type { RunContextRepository } from '../record-context/run-context.repository.js';
import type { MailSteps } from '../../mail-out/mail-out.js';
import { CloseRun } from './close-run.js';
import { callWebhook, type WebhookOrders } from './effects/call-webhook.js';
import { createTask } from './effects/create-task.js';
import { decide } from './decide.js';
import type { IdempotentStep } from './effects/idempotent-step.js';
import { startWorkflow } from './effects/start-workflow.js';
import { updateRecord } from './effects/update-record.js';
import { PerformSteps } from './perform-steps.js';
import { StepWaits } from './step-waits.js';
import { RecordRunStatus } from './record-run-status.js';
import { StudioPlaces } from '../../platform/places/studio-places.js';
import type { AnswersRepository } from './answers.repository.js';

export interface ActivityPorts {
  readonly contexts: RunContextRepository;
  readonly progress: RunProgress;
  readonly answers: AnswersRepository;
  readonly mailSteps: MailSteps;
  readonly gate: StartGate;
  readonly idempotentStep: IdempotentStep;
  readonly webhooks: WebhookOrders;
  readonly putOff: Pick<PutOffRuns, 'note'>;
}

export function createActivities({
  contexts,
  progress,
  answers,
  mailSteps,
  gate,
  idempotentStep,
  webhooks,
  putOff,
}: ActivityPorts): RunActivities {
  const failures = new StepFailures(progress, putOff);
  const steps = new PerformSteps(contexts, failures, {
    decide,
    createTask: (step, context, call) => createTask(idempotentStep, step, context, call),
    startWorkflow: (step, context, call) => startWorkflow(idempotentStep, step, context, call),
    updateRecord: (step, context, call) => updateRecord(idempotentStep, step, context, call),
    callWebhook: (step, context, call) => callWebhook(idempotentStep, webhooks, step, context, call),
    sendMail: (step, context, call) => mailSteps.sendMail.perform(step, context, call),
    notifyStaff: (step, context, call) => mailSteps.notifyStaff.perform(step, context, call),
  });
  const ends = new CloseRun(contexts, progress, failures);
  const status = new RecordRunStatus(progress, failures);
  const waits = new StepWaits(contexts, failures, answers);
  const places = new StudioPlaces();

  interface Call {
    readonly studioId: string;
    readonly runId: string;
    readonly tried?: Tried;
  }
  /** In one of the studio's places. Whatever a run's first work is: with it done, or put off, the next run may begin. */
  const working = <Answer>(
    { studioId, runId, tried }: Call,
    work: () => Promise<Answer>,
  ): Promise<Answer | Later> =>
    places
      .within(studioId, async () => ({ answer: await work() }))
      .then((done) => (done ? done.answer : failures.crowded({ tried })))
      .finally(() => gate.carriedOut(runId));

  return {
    perform: async (call) => {
      const { stepId, visit } = call;
      const answer = await working(call, () => steps.perform(call));
      return 'type' in answer ? [{ stepId, visit, result: answer }] : answer;
    },
    resolveWait: (call) => working(call, () => waits.resolveWait(call)),
    recordStatus: (call) => working(call, () => status.recordStatus(call)),
    migrate: (call) => working(call, () => status.migrate(call)),
    close: (call) => working(call, () => ends.close(call)),
  };
}
