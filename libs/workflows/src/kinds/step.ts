import type { ApproveStep } from './approve/step.js';
import type { CallWebhookStep } from './call-webhook/step.js';
import type { CreateTaskStep } from './create-task/step.js';
import type { DecideStep } from './decide/step.js';
import type { EndStep } from './end/step.js';
import type { NotifyStaffStep } from './notify-staff/step.js';
import type { SendMailStep } from './send-mail/step.js';
import type { StartWorkflowStep } from './start-workflow/step.js';
import type { PathOf } from './step-base.js';
import type { UpdateRecordStep } from './update-record/step.js';
import type { WaitStep } from './wait/step.js';
import type { WaitForEventStep } from './wait-for-event/step.js';

/** The shape of every kind of step: a new kind begins with its line here, and what it lacks then does not compile. */
export type Step =
  | SendMailStep
  | WaitStep
  | DecideStep<Step>
  | WaitForEventStep<Step>
  | ApproveStep<Step>
  | CreateTaskStep
  | UpdateRecordStep
  | StartWorkflowStep
  | NotifyStaffStep
  | CallWebhookStep
  | EndStep;
export type StepKind = Step['kind'];
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>;

/** One way on from a step with outcomes. Its id is the outcome; after its steps the run goes on after the step. */
export type Path = PathOf<Step>;

export const pathsOf = (step: Step): readonly Path[] => ('paths' in step ? step.paths : []);
