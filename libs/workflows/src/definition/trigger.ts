import { z } from 'zod';
import { eventTypes, type EventType } from '../catalogue/event-types.js';
import { conditionSchema, type Condition } from '../conditions/condition.js';
import { limits } from './limits.js';

export const reentryRules = ['once-per-record', 'once-per-contact', 'every-time'] as const;
export type Reentry = (typeof reentryRules)[number];

export interface EventTrigger {
  readonly type: 'event';
  readonly event: EventType;
  readonly when?: Condition;
  /** Brands it applies to; absent means all. */
  readonly brands?: readonly string[];
  readonly reentry: Reentry;
}
export type Trigger = EventTrigger;

export interface ExitRule {
  readonly event: EventType;
}

const eventTypeSchema: z.ZodType<EventType> = z.enum(
  eventTypes.map(({ type }) => type) as [EventType, ...EventType[]],
  // Without what was given: hostile JSON may carry a toString that is no function.
  { error: 'There is no such event.' },
);

export const triggerSchema: z.ZodType<Trigger> = z.strictObject({
  type: z.literal('event'),
  event: eventTypeSchema,
  when: conditionSchema.optional(),
  brands: z.array(z.uuid()).min(1).max(50).optional(),
  reentry: z.enum(reentryRules),
});

export const exitRulesSchema: z.ZodType<readonly ExitRule[]> = z
  .array(z.strictObject({ event: eventTypeSchema }))
  .max(limits.exitRules);
