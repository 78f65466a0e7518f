export * from './unsubscribe.js';
export * from './brand-layout.js';
export * from './plain-text.js';
export * from './write-mail.js';
