export * from './duration.js';
export * from './words.js';
export * from './wall-clock.js';
