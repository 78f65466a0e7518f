import { kindOf } from '../kinds/registry.js';
import type { Step } from '../kinds/step.js';
import { cannotWait, type WaitAnswer, type WaitFacts } from '../kinds/waiting.js';
import { TimeError } from '../timing/time-error.js';

/** What a step waits for, by the rule of its kind; a moment that cannot be computed is the reason why it fails. */
export function resolveWait(step: Step, about: WaitFacts): WaitAnswer {
  const kind = kindOf(step);
  if (!kind.resolveWait) throw new Error(`A ${step.kind} step waits for nothing.`);
  try {
    return kind.resolveWait(step, about);
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    return cannotWait(error.code, { detail: error.texts });
  }
}
