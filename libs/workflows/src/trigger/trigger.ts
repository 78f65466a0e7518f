import { inEnglish } from '../language/in-english.js';
import { z } from 'zod';
import { eventTypes, type EventType } from '../catalogue/event-types.js';
import { anchorPaths, triggerAnchors, type AnchorPath } from '../catalogue/trigger-anchors.js';
import { conditionSchema, type Condition } from '../conditions/condition.js';
import {
  relativeMomentFields,
  timeOfDayFits,
  timeOfDayMisfit,
  type RelativeMoment,
} from '../timing/offset.js';
import { limits } from '../limits.js';

export const reentryRules = ['once-per-record', 'once-per-contact', 'every-time'] as const;
export type Reentry = (typeof reentryRules)[number];

/** What is meant where nothing is said: an event once, a date once for each date that the record is moved to. */
export const usualReentry = {
  event: 'once-per-record',
  date: 'every-time',
} as const satisfies Record<'event' | 'date', Reentry>;

interface TriggerBase {
  readonly when?: Condition;
  /** Brands it applies to; absent means all. */
  readonly brands?: readonly string[];
  readonly reentry: Reentry;
}

export interface EventTrigger extends TriggerBase {
  readonly type: 'event';
  readonly event: EventType;
}

/** Starts for every record, present and future, when a moment counted from its date comes. */
export interface DateTrigger extends TriggerBase {
  readonly type: 'date';
  readonly moment: RelativeMoment & { readonly anchor: AnchorPath };
}
export type Trigger = EventTrigger | DateTrigger;

/** The event whose records a run has at hand: its own, or for a date the one that brings the record. */
export const eventOf = (trigger: Trigger): EventType =>
  trigger.type === 'event' ? trigger.event : triggerAnchors[trigger.moment.anchor].event;

export interface ExitRule {
  readonly event: EventType;
}

export const eventTypeSchema: z.ZodType<EventType> = z.enum(
  eventTypes.map(({ type }) => type) as [EventType, ...EventType[]],
  // Without what was given: hostile JSON may carry a toString that is no function.
  { error: inEnglish({ en: 'There is no such event.', de: 'Dieses Ereignis gibt es nicht.' }) },
);

const base = {
  when: conditionSchema.optional(),
  brands: z.array(z.uuid()).min(1).max(50).optional(),
  reentry: z.enum(reentryRules),
};

const momentSchema: z.ZodType<DateTrigger['moment']> = z
  .strictObject({
    anchor: z.enum(anchorPaths, {
      error: inEnglish({
        en: 'There is no such date to start from.',
        de: 'Von diesem Datum aus lässt sich nicht starten.',
      }),
    }),
    ...relativeMomentFields,
  })
  .refine(timeOfDayFits, timeOfDayMisfit);

export const triggerSchema: z.ZodType<Trigger> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('event'), event: eventTypeSchema, ...base }),
  z.strictObject({
    type: z.literal('date'),
    moment: momentSchema,
    ...base,
    reentry: base.reentry.default(usualReentry.date),
  }),
]);

export const exitRulesSchema: z.ZodType<readonly ExitRule[]> = z
  .array(z.strictObject({ event: eventTypeSchema }))
  .max(limits.exitRules);
