export * from './status-transitions.js';
export * from './event-type.js';
export * from './event-types.js';
export * from './field.js';
export { fieldOf, records, recordSpec } from './records.js';
export * from './internal-events.js';
export * from './sample-facts.js';
export * from './trigger-anchors.js';
export * from './settable.js';
