export type { RehearsalPorts, RehearsedEffect } from './effects.js';
export * from './happening-schema.js';
export * from './happening.js';
export type { MailedOnDay } from './mails-of-day.js';
export * from './obstacles.js';
export * from './recipients-of.js';
export * from './rehearse.js';
export { World } from './world.js';
