import { advance, initialState } from './advance.js';
import type { Plan } from './plan.js';
import { positionOf } from './position.js';
import type { Command, EffectResult } from './state.js';

type Perform = Extract<Command, { type: 'perform' }>;

/**
 * The effect that a step leads to at once; undefined when a wait, the end or anything else comes first. For whoever carries out an effect and may go
 * on with the next one in the same call.
 * @param now ISO instant
 */
export function effectAfter(
  plan: Plan,
  { stepId, visit }: { readonly stepId: string; readonly visit: number },
  result: EffectResult,
  now: string,
): Perform | undefined {
  const position = positionOf(plan, stepId);
  if (!position) return undefined;
  const performing = { ...initialState(), position, at: { stepId, visit, phase: 'performing' } as const };
  const { commands } = advance(plan, performing, { type: 'performed', stepId, visit, result, now });
  const [first, ...more] = commands;
  return first?.type === 'perform' && more.length === 0 ? first : undefined;
}
