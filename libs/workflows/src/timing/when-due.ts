import { z } from 'zod';
import { DateTime } from 'luxon';
import { readInstant, writeInstant } from './instant.js';

/** What happens at a step whose moment has already passed. */
export const pastRules = ['go-on', 'skip-next', 'end'] as const;
export type IfPast = (typeof pastRules)[number];
export const ifPastSchema: z.ZodType<IfPast> = z.enum(pastRules);

/** A moment less than a minute ago counts as now: what leads to a step takes its time too. */
export const PAST_TOLERANCE_MS = 60_000;

export const isPast = (moment: string, now: string): boolean =>
  readInstant(moment, 'UTC').toMillis() <= readInstant(now, 'UTC').toMillis() - PAST_TOLERANCE_MS;

export type WhenDue =
  { readonly type: 'wait'; readonly due: string } | { readonly type: 'past'; readonly then: IfPast };

/**
 * Whether to wait for a moment. A wait is never due before now.
 * @param moment ISO instant @param now ISO instant @throws TimeError when one of them is none
 */
export function whenDue(moment: string, now: string, ifPast: IfPast): WhenDue {
  if (isPast(moment, now)) return { type: 'past', then: ifPast };
  const [due, present] = [moment, now].map((at) => readInstant(at, 'UTC')) as [DateTime, DateTime];
  return { type: 'wait', due: writeInstant(DateTime.max(due, present)) };
}
