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
export const text = (most: number) => z.string().trim().max(most);
export const named = (most: number) => z.string().trim().min(1).max(most);
export const email = z.email().max(254);
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'A currency is three capital letters (ISO 4217), such as EUR.');
export const zone = z
  .string()
  .max(64)
  .refine(isZone, 'There is no such time zone. Give one of the IANA names, such as Europe/Berlin.');
export const locale = z
  .string()
  .max(35)
  .refine(isLocale, 'There is no such language tag. Give one such as en-GB (BCP 47).');
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
export const searchQuery = pageQuery.extend({ search: text(100).optional() });
export type PageQuery = z.infer<typeof pageQuery>;

export const idParam = z.object({ id });
export type IdParam = z.infer<typeof idParam>;

/** By name alone: an offset such as +02:00 knows no summer. */
function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
