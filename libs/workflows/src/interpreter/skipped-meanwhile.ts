import { leave } from './move.js';
import type { Plan } from './plan.js';
import type { Advance, RunState } from './state.js';

/** Leaves a step that a person skipped while it was under way, once it has come to a wait, a pause or a failure. */
export function skippedMeanwhile(plan: Plan, state: RunState, now: string): Advance | undefined {
  const skip = state.skips.find((one) => one.stepId === state.at!.stepId);
  if (!skip) return undefined;
  const rest = { ...state, skips: state.skips.filter((one) => one !== skip) };
  return leave(plan, rest, { status: 'skipped', at: now, reason: skip.reason });
}
