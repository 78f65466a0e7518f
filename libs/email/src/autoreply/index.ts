export * from './advertises.js';
export * from './plain-letters.js';
