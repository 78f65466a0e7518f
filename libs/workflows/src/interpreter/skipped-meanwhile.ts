import { leave } from './move.js';
import type { Plan } from './plan.js';
import type { Advance, RunState } from './state.js';

/** The older engines forgot what was asked of a step while an activity was about it, or of the wait before an effect that is held. */
export const hearsMeanwhile = ({ engine }: RunState): boolean => engine >= 3;

/** A person asked to skip the step while it was under way: it has come to a wait, a pause or a failure, and is left for that. */
export function skippedMeanwhile(plan: Plan, state: RunState, now: string): Advance | undefined {
  const skip = state.skips.find((one) => one.stepId === state.at!.stepId);
  if (!skip) return undefined;
  const rest = { ...state, skips: state.skips.filter((one) => one !== skip) };
  return leave(plan, rest, { status: 'skipped', at: now, reason: skip.reason });
}
