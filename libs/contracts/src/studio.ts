import { z } from 'zod';
import { id, named } from './shared.js';

const fields = {
  name: named(120),
  /** What workflows together may send to one address in a day of the brand's calendar; null for any number. */
  mailsPerContactAndDay: z.int().min(1).max(1_000).nullable(),
  /** How many people that were never written to workflows may answer within an hour; the answers to more are held for a person. null for any number. */
  firstContactsPerHour: z.int().min(0).max(10_000).nullable(),
  /** What trouble of an account has held for longer waits for a person after the repair; null: it goes by itself. */
  askHeldAfterHours: z.int().min(1).max(8_760).nullable(),
  /** What trouble of an account has held for longer is left out after the repair; null: nothing is. */
  skipHeldAfterHours: z.int().min(1).max(8_760).nullable(),
};
export const studio = z.object({ id, ...fields, name: z.string() });
export const studioPatch = z.strictObject(fields).partial();
export type StudioView = z.infer<typeof studio>;
export type StudioPatch = z.infer<typeof studioPatch>;
