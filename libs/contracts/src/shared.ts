import {
  addressSchema,
  currencySchema,
  languageSchema,
  lineSchema,
  textSchema,
  zoneSchema,
} from '@cueline/workflows';
import { inEnglish } from '@cueline/workflows/language';
import { z } from 'zod';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
/** What PostgreSQL, the calendar arithmetic and a reader all take. */
export const isInReach = (moment: Date): boolean => {
  const year = moment.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};
const inReach = (written: string) => isInReach(new Date(written));
export const REACH = { error: `Give a year from ${FIRST_YEAR} to ${LAST_YEAR}.` };

export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true }).refine(inReach, REACH);
export const day = z.iso.date().refine(inReach, REACH);
export const text = textSchema;
export const named = (most: number) => textSchema(most).min(1);
/** On one line, with one blank between its words. */
export const line = lineSchema;
export const namedLine = (most: number) => lineSchema(most).min(1);
export const email = addressSchema;
export const currency = currencySchema;
export const zone = zoneSchema;
export const locale = languageSchema;
/** Said of what is recorded; where nothing is said, its own dates tell (`takenOver` of the core). */
export const takenOver = z.boolean().optional().meta({
  description:
    'true: taken over from elsewhere, so recording it starts no workflow. false: news, also when its dates lie in the past. Absent: what lay well in the past when it was recorded starts none.',
});
/** A yes or no in a query. */
export const flag = z.enum(['true', 'false']);

/** A page: `nextCursor` is null on the last one. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
});
/** Where a page of a list begins whose rows are of several kinds: the instant and the key of the last one. */
export const placeCursor = z
  .string()
  .regex(
    /^[\dTZ:.-]{24}~[\w:-]{1,120}$/,
    inEnglish({
      en: 'Give the cursor as the API answers it.',
      de: 'Gib den Cursor so an, wie die API ihn liefert.',
    }),
  )
  .refine(
    (text) => instant.safeParse(text.slice(0, 24)).success,
    inEnglish({
      en: 'Give the cursor as the API answers it.',
      de: 'Gib den Cursor so an, wie die API ihn liefert.',
    }),
  );
export const searchQuery = pageQuery.extend({ search: text(100).optional() });
export type PageQuery = z.infer<typeof pageQuery>;

export const idParam = z.object({ id });
export type IdParam = z.infer<typeof idParam>;
