export * from './duration.js';
export * from './words.js';
