export * from './advertised-in.js';
export * from './advertises.js';
export * from './plain-letters.js';
