import { distinctTexts } from '@cueline/workflows/locale';
import { z } from 'zod';
import { email, flag, id, instant, line, locale, namedLine, page, searchQuery, zone } from './shared.js';
import { suppressed } from './suppressions.js';

export const newClient = z.strictObject({
  firstName: namedLine(100),
  lastName: line(100).optional(),
  email: email.nullable().optional(),
  phone: line(50).nullable().optional(),
  company: line(200).nullable().optional(),
  tags: z.array(namedLine(50)).max(50).overwrite(distinctTexts).optional(),
  /** Where the client lives; null: as the brand. */
  zone: zone.nullable().optional(),
  /** The language the client reads; null: as the brand. */
  locale: locale.nullable().optional(),
  brandId: id.optional(),
});
export const clientPatch = newClient
  .partial()
  .extend({ marketingOptOut: z.boolean().optional(), archived: z.boolean().optional() });
export const client = z.object({
  id,
  brandId: id,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  tags: z.array(z.string()),
  zone: z.string().nullable(),
  locale: z.string().nullable(),
  /** Since when the client has refused marketing mail. */
  marketingOptOutAt: instant.nullable(),
  /** What keeps mail from the address; null where nothing does. */
  suppressed,
  archivedAt: instant.nullable(),
  createdAt: instant,
});
export const clientPage = page(client);
export const clientQuery = searchQuery.extend({
  tag: namedLine(50).optional(),
  archived: flag.default('false'),
});
export type NewClient = z.infer<typeof newClient>;
export type ClientPatch = z.infer<typeof clientPatch>;
export type Client = z.infer<typeof client>;
export type ClientQuery = z.infer<typeof clientQuery>;
