import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { Definition } from '../definition/definition.js';
import { momentOf, type Calendar } from '../timing/moment-of.js';
import { TimeError } from '../timing/time-error.js';

/** When a date trigger would start a run, ISO instant in UTC; null where an event does, or the record has no date that can be counted from. */
export function startOf(
  { trigger }: Pick<Definition, 'trigger'>,
  facts: Facts,
  calendar: Calendar,
): string | null {
  if (trigger.type !== 'date') return null;
  const date = factAt(facts, trigger.moment.anchor);
  if (typeof date !== 'string' || date === '') return null;
  try {
    return momentOf(date, trigger.moment.offset, trigger.moment.at, calendar);
  } catch (error) {
    if (error instanceof TimeError) return null;
    throw error;
  }
}
