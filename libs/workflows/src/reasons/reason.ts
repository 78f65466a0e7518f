import type { Trace } from '../conditions/evaluate.js';
import { approvalReasons } from '../kinds/approve/reasons.js';
import { webhookReasons } from '../kinds/call-webhook/reasons.js';
import { taskReasons } from '../kinds/create-task/reasons.js';
import { decideReasons } from '../kinds/decide/reasons.js';
import { startReasons } from '../kinds/start-workflow/reasons.js';
import { updateReasons } from '../kinds/update-record/reasons.js';
import { eventReasons } from '../kinds/wait-for-event/reasons.js';
import { accountReasons } from './account-reasons.js';
import { answerReasons } from './answer-reasons.js';
import { failureReasons } from './failure-reasons.js';
import { mailboxReasons } from './mailbox-reasons.js';
import { mailCommandReasons } from './mail-command-reasons.js';
import { mailReasons } from './mail-reasons.js';
import { runReasons } from './run-reasons.js';
import { sendReasons } from './send-reasons.js';
import { strangerReasons } from './stranger-reasons.js';
import type { ReasonMessage, ReasonParams } from './reason-message.js';

const messages = {
  ...runReasons,
  ...decideReasons,
  ...eventReasons,
  ...approvalReasons,
  ...taskReasons,
  ...updateReasons,
  ...startReasons,
  ...webhookReasons,
  ...sendReasons,
  ...mailReasons,
  ...mailCommandReasons,
  ...mailboxReasons,
  ...accountReasons,
  ...strangerReasons,
  ...answerReasons,
  ...failureReasons,
};

/** Every code that a step, a run, an email or a workflow that did not start can have as its reason; one without a message does not compile. */
export type ReasonCode = Extract<keyof typeof messages, string>;

/** Why something came to what it came to: stored as data, and explained in a sentence where it is shown. */
export interface Reason<Code extends ReasonCode = ReasonCode> {
  readonly code: Code;
  readonly params?: ReasonParams;
  /** What was compared: by the condition, or by those of the paths that were tried. */
  readonly trace?: Trace;
  readonly looked?: readonly { readonly path: string; readonly trace: Trace }[];
}

/** The code alone, as Temporal's histories hold it: they keep nothing private. */
export type BareReason<Code extends ReasonCode = ReasonCode> = Pick<Reason<Code>, 'code'>;

export const reasonMessages: Readonly<Record<ReasonCode, ReasonMessage>> = messages;

export const reasonCodes = Object.keys(messages) as readonly ReasonCode[];

/** Whether a code that comes from elsewhere, such as from a row, is one of ours. */
export const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(messages, code);

/** The code of a row, for a history. A row with another one was written by an error of the product. */
export const reasonCodeOf = (code: string): ReasonCode => (isReasonCode(code) ? code : 'failure.product');
