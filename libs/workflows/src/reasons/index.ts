export { reasonWords } from './reason-words.js';
export type { FailureCode, LaterCause, LaterCode } from './failure-reasons.js';
export {
  isReasonCode,
  reasonCodeOf,
  reasonCodes,
  type BareReason,
  type Reason,
  type ReasonCode,
} from './reason.js';
