import type { Plan } from './plan.js';
import { positionOf, stepAt } from './position.js';
import type { Phase, RunState } from './state.js';

/** While an activity is under way a run stays with the plan that it was called for. */
const busy: readonly Phase[] = ['performing', 'resolving'];

export type MigratedState =
  | { readonly type: 'migrated'; readonly state: RunState }
  /** Ask again when what is under way is over. */
  | { readonly type: 'busy' }
  /** The current step of the run is not in the plan, or is of another kind there. */
  | { readonly type: 'refused' };

/** The run at the same step of another plan. */
export function migrateState(from: Plan, to: Plan, state: RunState): MigratedState {
  if (!state.at || state.ended) return { type: 'refused' };
  if (busy.includes(state.at.phase)) return { type: 'busy' };
  const position = positionOf(to, state.at.stepId);
  const step = position && stepAt(to, position);
  if (!step || step.kind !== stepAt(from, state.position)?.kind) return { type: 'refused' };
  return { type: 'migrated', state: { ...state, position } };
}
