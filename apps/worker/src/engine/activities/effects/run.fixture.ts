import { RunProgress } from '@cueline/database';
import type { Definition, EventTrigger, Step } from '@cueline/workflows';
import type { Performed, RunActivities } from '@cueline/workflows/messages';
import type { MailTransport } from '@cueline/email/smtp';
import { dispatchBatch } from '../../dispatcher/dispatch-batch.js';
import { StartGate } from '../../dispatcher/start-gate.js';
import { WorkflowCache } from '../../dispatcher/workflow-cache.js';
import { RunContextRepository } from '../../record-context/run-context.repository.js';
import type { Transports } from '../../../mail-out/transports/transports.js';
import { mailOutOf } from '../../../mail-out/mail-out.fixture.js';
import type { Event, TestStudio } from '../../../studio.fixture.js';
import { AnswersRepository } from '../answers.repository.js';
import { createActivities } from '../run-activities.js';
import type { WebhookOrders } from './call-webhook.js';
import { IdempotentStep } from './idempotent-step.js';

const noMail: MailTransport = {
  deliver: () => Promise.reject(new Error('This suite sends no mail.')),
  close: () => undefined,
};

/** A worker's activities on the studio's database. */
export function activitiesOf(
  { pool }: TestStudio,
  transport: MailTransport | Transports = noMail,
  webhooks: Partial<WebhookOrders> = {},
  mailOut = mailOutOf(pool, transport),
): RunActivities {
  return createActivities({
    contexts: new RunContextRepository(pool),
    progress: new RunProgress(pool),
    answers: new AnswersRepository(pool),
    mailSteps: mailOut.steps,
    gate: new StartGate(),
    idempotentStep: new IdempotentStep(pool, () => undefined),
    webhooks: { allow: new Set(), wake: () => undefined, ...webhooks },
    putOff: { note: () => undefined },
  });
}

/** Decides what is in the outbox; nothing is started. */
export const decideAll = async (studio: TestStudio): Promise<void> => {
  const cache = new WorkflowCache();
  while ((await dispatchBatch(studio.pool, cache, 50)).claimed > 0);
};

interface Start {
  readonly event: Event;
  readonly subjectId: string;
  readonly subjectType?: string;
  readonly data?: object;
  readonly trigger?: Partial<EventTrigger>;
  readonly exitOn?: Definition['exitOn'];
}

/** The id of a run of just this step, for an event that happens now. */
export async function runOf(studio: TestStudio, step: Step, start: Start): Promise<string> {
  const { event, subjectId, subjectType = 'booking', data = {} } = start;
  const workflowId = await studio.workflow({
    trigger: { event, reentry: 'every-time', ...start.trigger },
    steps: [step],
    ...(start.exitOn && { exitOn: start.exitOn }),
  });
  await studio.event(event, subjectId, data, subjectType);
  await decideAll(studio);
  const [run] = await studio.rows<{ id: string }>('SELECT id FROM runs WHERE workflow_id = $1', workflowId);
  return run!.id;
}

/** Carries out the run's one step. */
export async function perform(
  studio: TestStudio,
  step: Step,
  runId: string,
  activities = activitiesOf(studio),
): Promise<Performed['result']> {
  const call = { studioId: studio.id, runId, stepId: step.id, visit: 1, kind: step.kind };
  return (await activities.perform({ ...call, last: true, journal: [] }))[0]!.result;
}

export const stepsOf = (studio: TestStudio, runId: string) =>
  studio.rows<{ status: string; reason: { code: string; params: object } }>(
    'SELECT status::text, reason FROM run_steps WHERE run_id = $1',
    runId,
  );
