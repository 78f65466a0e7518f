import type { Facts } from '../../catalogue/field.js';
import { evaluate, type Trace } from '../../conditions/evaluate.js';
import type { DecideStep } from './step.js';

/** Which way a decision goes, and what was compared on the way to it. `outcome` is absent when no path fits. */
export interface Decided {
  readonly outcome?: string;
  readonly reason: {
    readonly code: 'decide.matched' | 'decide.otherwise' | 'decide.nothing';
    readonly looked: readonly { readonly path: string; readonly trace: Trace }[];
  };
}

/**
 * The first path whose condition holds.
 * @param now ISO instant
 */
export function decideOf(step: DecideStep, facts: Facts, now: string): Decided {
  const looked: { path: string; trace: Trace }[] = [];
  for (const path of step.paths) {
    if (!path.when) return { outcome: path.id, reason: { code: 'decide.otherwise', looked } };
    const { result, trace } = evaluate(path.when, facts, now);
    looked.push({ path: path.id, trace });
    if (result) return { outcome: path.id, reason: { code: 'decide.matched', looked } };
  }
  return { reason: { code: 'decide.nothing', looked } };
}
