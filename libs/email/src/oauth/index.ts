/** Signing in at a mail provider by OAuth 2. */
export * from './clients.js';
export * from './tokens.js';
