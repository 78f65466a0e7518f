/** Names and shapes that the dispatcher, the worker and the workflow code share. */
export {
  ENGINE_VERSION,
  type EffectResult,
  type JournalEntry,
  type Reason,
  type RunResult,
} from '../interpreter/state.js';
export { planOf, type Plan } from '../interpreter/plan.js';
export * from './activities.js';
export * from './names.js';
