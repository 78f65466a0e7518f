export * from './http-api.js';
export * from './mail-store.js';
export * from './smtp-catcher.js';
