export { reasonWords } from './reason-words.js';
export { isPutOff, type FailureCode, type LaterCode } from './failure-reasons.js';
export { isReasonCode, reasonCodeOf, type BareReason, type Reason, type ReasonCode } from './reason.js';
