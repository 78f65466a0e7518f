export type { RehearsalPorts } from './effects.js';
export type { RehearsedEffect } from './rehearsed-effect.js';
export * from './happening-schema.js';
export * from './happening.js';
export type { MailedOnDay } from './mails-of-day.js';
export * from './obstacles.js';
export * from './recipients-of.js';
export * from './rehearse.js';
export { World } from './world.js';
