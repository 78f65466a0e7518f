export * from './control-decision.js';
export * from './controlled-run.js';
export { decideControl } from './decide-control.js';
export * from './decide-migration.js';
