export { reasonWords } from './reason-words.js';
export { isPutOff, type FailureCode, type LaterCode } from './failure-reasons.js';
