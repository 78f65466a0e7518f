import { evaluate, type DecideStep } from '@cueline/workflows';
import { factsOf } from '@cueline/database';
import type { RunContext } from '../facts/run-context.repository.js';
import type { Effect } from './effect.js';

/** The first path whose condition holds, with what was compared on the way to it. */
export function decide(step: DecideStep, context: RunContext): Effect {
  const facts = factsOf(context);
  const now = context.now.toISOString();
  const looked = [];
  for (const path of step.paths) {
    if (!path.when)
      return { result: { type: 'done', outcome: path.id }, reason: { code: 'decide.otherwise', looked } };
    const { result, trace } = evaluate(path.when, facts, now);
    looked.push({ path: path.id, trace });
    if (result)
      return { result: { type: 'done', outcome: path.id }, reason: { code: 'decide.matched', looked } };
  }
  return { result: { type: 'done' }, reason: { code: 'decide.nothing', looked } };
}
