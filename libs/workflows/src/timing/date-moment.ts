import { z } from 'zod';
import type { Field } from '../catalogue/field.js';
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

/** What is wrong with the date that a moment is counted from; undefined when nothing is. */
export function anchorProblem(
  anchor: string,
  fields: ReadonlyMap<string, Field>,
  path: string,
):
  | {
      readonly code: string;
      readonly severity: 'error' | 'warning';
      readonly path: string;
      readonly params: { readonly field: string };
    }
  | undefined {
  const field = fields.get(anchor);
  const at = `${path}/anchor`;
  const params = { field: anchor };
  if (!field) return { code: 'date.unknownField', severity: 'error', path: at, params };
  if (field.type !== 'date' && field.type !== 'instant')
    return { code: 'date.notADate', severity: 'error', path: at, params };
  return field.mayBeEmpty ? { code: 'date.mayBeEmpty', severity: 'warning', path: at, params } : undefined;
}
