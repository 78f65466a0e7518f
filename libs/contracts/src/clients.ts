import { z } from 'zod';
import { email, flag, id, instant, locale, named, page, searchQuery, text, zone } from './shared.js';

const once = (tags: string[]) => [...new Set(tags)];

export const newClient = z.strictObject({
  firstName: named(100),
  lastName: text(100).optional(),
  email: email.nullable().optional(),
  phone: text(50).nullable().optional(),
  company: text(200).nullable().optional(),
  tags: z.array(named(50)).max(50).transform(once).optional(),
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
  archivedAt: instant.nullable(),
  createdAt: instant,
});
export const clientPage = page(client);
export const clientQuery = searchQuery.extend({ tag: named(50).optional(), archived: flag.default('false') });
export type NewClient = z.infer<typeof newClient>;
export type ClientPatch = z.infer<typeof clientPatch>;
export type Client = z.infer<typeof client>;
export type ClientQuery = z.infer<typeof clientQuery>;
