/** May a machine answer, whom, how, and which common question it is. Pure. */
export * from './advertised-in.js';
export * from './advertises.js';
export * from './plain-letters.js';
export * from './guard/answer-context.js';
export * from './guard/answer-memory.js';
export * from './guard/answer-past.js';
export * from './guard/authentication-results.js';
export * from './guard/keys.js';
export * from './guard/may-answer.js';
export * from './answer/answer-headers.js';
export * from './questions/index.js';
