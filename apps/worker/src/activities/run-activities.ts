import type { RunActivities } from '@cueline/workflows/messages';
import type { StartGate } from '../dispatcher/start-gate.js';
import type { RunContextRepository } from '../facts/run-context.repository.js';
import type { SendStep } from '../send/send-step.js';
import { CloseRun } from './close-run.js';
import { callWebhook, type WebhookOrders } from './effects/call-webhook.js';
import { createTask } from './effects/create-task.js';
import { decide } from './decide.js';
import type { Once } from './effects/once.js';
import { startWorkflow } from './effects/start-workflow.js';
import { updateRecord } from './effects/update-record.js';
import { PerformSteps } from './perform-steps.js';
import { journalRow, type ProgressRepository } from './progress.repository.js';
import { ScheduleStep } from './schedule-step.js';
import type { AnswersRepository } from './answers.repository.js';

export interface ActivityPorts {
  readonly contexts: RunContextRepository;
  readonly progress: ProgressRepository;
  readonly answers: AnswersRepository;
  readonly sendStep: SendStep;
  readonly gate: StartGate;
  readonly once: Once;
  readonly webhooks: WebhookOrders;
}

export function createActivities({
  contexts,
  progress,
  answers,
  sendStep,
  gate,
  once,
  webhooks,
}: ActivityPorts): RunActivities {
  const steps = new PerformSteps(contexts, progress, {
    decide,
    createTask: (step, context, call) => createTask(once, step, context, call),
    startWorkflow: (step, context, call) => startWorkflow(once, step, context, call),
    updateRecord: (step, context, call) => updateRecord(once, step, context, call),
    callWebhook: (step, context, call) => callWebhook(once, webhooks, step, context, call),
    sendMail: (step, context, call) => sendStep.perform(step, context, call),
    notifyStaff: (step, context, call) => sendStep.perform(step, context, call),
  });
  const ends = new CloseRun(contexts, progress);
  const waits = new ScheduleStep(contexts, progress, answers);
  /** Whatever a run's first work is: with it done, the next run may begin. */
  const working = <Answer>(runId: string, work: Promise<Answer>): Promise<Answer> =>
    work.finally(() => gate.carriedOut(runId));

  return {
    perform: (call) => working(call.runId, steps.perform(call)),
    schedule: (call) => working(call.runId, waits.schedule(call)),
    stand: ({ studioId, runId, status, journal }) =>
      working(runId, progress.stand(studioId, runId, journal.map(journalRow), status)),
    adopt: ({ studioId, runId, versionId, journal }) =>
      working(runId, progress.adopt(studioId, runId, journal.map(journalRow), versionId)),
    close: (call) => working(call.runId, ends.close(call)),
  };
}
