export type { RehearsalPorts, RehearsedEffect } from './effects.js';
export * from './happening.js';
export * from './rehearse.js';
export { World } from './world.js';
