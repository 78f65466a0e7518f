import type { Facts, FactValue } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { DateTrigger, Trigger } from '../trigger/trigger.js';
import { momentOf, type Calendar } from '../timing/moment-of.js';
import { MomentError, TimeError } from '../timing/time-error.js';

/**
 * The moment at which a date trigger starts its workflow for a record with this date; null where the record has none that can be counted from.
 * @returns ISO instant in UTC @throws TimeError for a zone that is none
 */
export function startMoment(
  date: FactValue | undefined,
  { offset, at }: DateTrigger['moment'],
  calendar: Calendar,
): string | null {
  if (typeof date !== 'string' || date === '') return null;
  try {
    return momentOf(date, offset, at, calendar);
  } catch (error) {
    if (error instanceof MomentError) return null;
    throw error;
  }
}

/** When a workflow starts for a record by its date; null where an event starts it, or its date cannot be counted from. */
export function startOf(
  { trigger }: { readonly trigger: Trigger },
  facts: Facts,
  calendar: Calendar,
): string | null {
  if (trigger.type !== 'date') return null;
  try {
    return startMoment(factAt(facts, trigger.moment.anchor), trigger.moment, calendar);
  } catch (error) {
    if (error instanceof TimeError) return null;
    throw error;
  }
}
