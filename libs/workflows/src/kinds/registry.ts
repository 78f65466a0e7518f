import type { ProblemMessages } from '../problems/problem.js';
import { approve } from './approve/approve.js';
import { callWebhook } from './call-webhook/call-webhook.js';
import { createTask } from './create-task/create-task.js';
import { decide } from './decide/decide.js';
import { end } from './end/end.js';
import type { Kind } from './kind.js';
import { notifyStaff } from './notify-staff/notify-staff.js';
import { sendMail } from './send-mail/send-mail.js';
import { startWorkflow } from './start-workflow/start-workflow.js';
import type { StepKind } from './step.js';
import { updateRecord } from './update-record/update-record.js';
import { wait } from './wait/wait.js';
import { waitForEvent } from './wait-for-event/wait-for-event.js';

const collected = {
  sendMail,
  wait,
  decide,
  createTask,
  updateRecord,
  waitForEvent,
  approve,
  startWorkflow,
  notifyStaff,
  callWebhook,
  end,
};

/** Every kind of step; one without an entry here does not compile. */
export const kinds: { readonly [K in StepKind]: Kind<K> } = collected;

export const stepKinds = Object.keys(kinds) as readonly StepKind[];

/** The kind of a step, typed for that very step. */
export const kindOf = <K extends StepKind>(step: { readonly kind: K }): Kind<K> => kinds[step.kind];

/** The codes of the problems that are one kind's own. */
export type KindProblemCode = {
  [K in StepKind]: keyof (typeof collected)[K]['problemMessages'];
}[StepKind];

export const kindMessages = Object.assign(
  {},
  ...stepKinds.map((kind) => kinds[kind].problemMessages),
) as Readonly<Record<KindProblemCode, ProblemMessages[string]>>;
