import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { Definition } from '../definition/definition.js';
import { kindOf } from '../kinds/registry.js';
import { pathsOf, type Step } from '../kinds/step.js';
import type { DateMoment } from '../timing/date-moment.js';

const DAY_MS = 86_400_000;

/** A mail that was to leave before a date, and the date that came first. */
export interface PassedMoment {
  readonly field: string;
  /** As the record has it. */
  readonly moment: string;
}

/**
 * Whether a mail that had to wait is too late for what it was meant for: a reminder of a session that has begun meanwhile. Only a mail that was timed to
 * leave before a date has such a moment.
 * @param due ISO instant at which it was to leave @param now ISO instant
 */
export function passedMoment(
  { trigger, steps }: Pick<Definition, 'trigger' | 'steps'>,
  stepId: string,
  facts: Facts,
  due: string,
  now: string,
): PassedMoment | undefined {
  const waits = datesBefore(steps, stepId) ?? [];
  const timed = waits.at(-1) ?? (trigger.type === 'date' ? trigger.moment : undefined);
  if (timed?.offset.direction !== 'before') return undefined;
  const moment = factAt(facts, timed.anchor);
  if (typeof moment !== 'string' || moment === '') return undefined;
  // A calendar date lasts to its end.
  const at = Date.parse(moment) + (moment.length === 10 ? DAY_MS : 0);
  return at > Date.parse(due) && at <= Date.parse(now) ? { field: timed.anchor, moment } : undefined;
}

/** The dates that a run has waited for on its way to a step; undefined where the step is not among these. */
function datesBefore(
  steps: readonly Step[],
  stepId: string,
): Pick<DateMoment, 'anchor' | 'offset'>[] | undefined {
  const dates: Pick<DateMoment, 'anchor' | 'offset'>[] = [];
  for (const step of steps) {
    if (step.id === stepId) return dates;
    for (const path of pathsOf(step)) {
      const inside = datesBefore(path.steps, stepId);
      if (inside) return [...dates, ...inside];
    }
    const wait = kindOf(step).waits?.(step);
    if (wait?.type === 'until') dates.push(wait.until);
  }
  return undefined;
}
