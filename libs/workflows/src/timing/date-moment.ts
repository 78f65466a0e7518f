import { z } from 'zod';
import { durationSchema, type WaitDuration } from './duration.js';
import { relativeMomentFields, timeOfDayFits, timeOfDayMisfit, type RelativeMoment } from './offset.js';
import { sendWindowSchema, type SendWindow } from './send-window.js';
import { ifPastSchema, type IfPast } from './when-due.js';

const anchorSchema = z.string().min(1).max(80);

/** A moment counted from a record's date: the path of a field of type date or instant. */
export interface DateMoment extends RelativeMoment {
  readonly anchor: string;
}
export const dateMomentSchema: z.ZodType<DateMoment> = z
  .strictObject({ anchor: anchorSchema, ...relativeMomentFields })
  .refine(timeOfDayFits, timeOfDayMisfit);

/** The same for a wait, with what happens when it is past already. */
export interface WaitUntil extends DateMoment {
  readonly ifPast: IfPast;
}
export const waitUntilSchema: z.ZodType<WaitUntil> = z
  .strictObject({ anchor: anchorSchema, ...relativeMomentFields, ifPast: ifPastSchema })
  .refine(timeOfDayFits, timeOfDayMisfit);

/** The hours in which a step may go on, on whose clock. */
export interface WindowRule {
  /** The brand's business hours, or hours of the step's own. */
  readonly hours: 'business' | SendWindow;
  /** A client without a zone has the brand's. */
  readonly zone: 'brand' | 'client';
}
export const windowRuleSchema: z.ZodType<WindowRule> = z.strictObject({
  hours: z.union([z.literal('business'), sendWindowSchema]),
  zone: z.enum(['brand', 'client']),
});

/** How long an answer is waited for. */
export type Limit = { readonly for: WaitDuration } | { readonly until: DateMoment };
export const limitSchema: z.ZodType<Limit> = z.union([
  z.strictObject({ for: durationSchema }),
  z.strictObject({ until: dateMomentSchema }),
]);
