export type { AnswerReasonCode } from './answer-reasons.js';
export { describeReason } from './describe-reason.js';
export type { FailureCode, LaterCause, LaterCode } from './failure-reasons.js';
export {
  isReasonCode,
  reasonCodeOf,
  reasonCodes,
  type BareReason,
  type Reason,
  type ReasonCode,
} from './reason.js';
