import { decideOf, type DecideStep } from '@cueline/workflows';
import { factsOf } from '@cueline/database';
import type { RunContext } from '../record-context/run-context.repository.js';
import type { Effect } from './effect.js';

/** The first path whose condition holds, with what was compared on the way to it. */
export function decide(step: DecideStep, context: RunContext): Effect {
  const { outcome, reason } = decideOf(step, factsOf(context), context.now.toISOString());
  return { result: { type: 'done', ...(outcome !== undefined && { outcome }) }, reason };
}
