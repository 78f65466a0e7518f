import type { Condition } from '../conditions/condition.js';
import type { CallWebhookStep } from '../kinds/call-webhook/call-webhook.js';
import type { CreateTaskStep } from '../kinds/create-task/create-task.js';
import type { ApproveStep } from '../kinds/approve/approve.js';
import type { DecideStep } from '../kinds/decide/decide.js';
import type { EndStep } from '../kinds/end/end.js';
import type { NotifyStaffStep } from '../kinds/notify-staff/notify-staff.js';
import type { SendMailStep } from '../kinds/send-mail/send-mail.js';
import type { StartWorkflowStep } from '../kinds/start-workflow/start-workflow.js';
import type { UpdateRecordStep } from '../kinds/update-record/update-record.js';
import type { WaitForEventStep } from '../kinds/wait-for-event/wait-for-event.js';
import type { WaitStep } from '../kinds/wait/wait.js';

/** One way on from a step with outcomes. Its id is the outcome; after its steps the run goes on behind the step. */
export interface Path {
  readonly id: string;
  readonly name?: string;
  /** For a decide: when this path is taken. The path `otherwise` has none. */
  readonly when?: Condition;
  readonly steps: readonly Step[];
}

export interface StepBase {
  readonly id: string;
  /** The owner's own words for the step. */
  readonly name?: string;
}

export type Step =
  | SendMailStep
  | WaitStep
  | DecideStep
  | WaitForEventStep
  | ApproveStep
  | CreateTaskStep
  | UpdateRecordStep
  | StartWorkflowStep
  | NotifyStaffStep
  | CallWebhookStep
  | EndStep;
export type StepKind = Step['kind'];
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>;

export const pathsOf = (step: Step): readonly Path[] => ('paths' in step ? step.paths : []);

/** The path of a decide that is taken when no other is. */
export const OTHERWISE = 'otherwise';
