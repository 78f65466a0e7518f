export * from './choose-answer.js';
export * from './preview.js';
export * from './question-messages.js';
export * from './question-problems.js';
export * from './rule.js';
export * from './words.js';
