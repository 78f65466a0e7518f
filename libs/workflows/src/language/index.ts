export * from './first-letter.js';
export * from './in-english.js';
export * from './language.js';
export * from './plural.js';
