/** Names and shapes that the dispatcher, the worker and the workflow code share. */
export {
  ENGINE_VERSION,
  type EffectResult,
  type Failed,
  type JournalEntry,
  type Later,
  type RunResult,
  type RunState,
  type ResolvedWait,
  type OpenRunStatus,
  type StepCause,
  type Tried,
} from '../interpreter/state.js';
export { planOf, type Plan } from '../interpreter/plan.js';
export type { BareReason } from '../reasons/reason.js';
export * from './activities.js';
export * from './names.js';
