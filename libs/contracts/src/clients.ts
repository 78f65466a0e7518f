import { z } from 'zod';
import { id, instant, named, page, pageQuery, text } from './shared.js';

export const newClient = z.strictObject({
  firstName: named(100),
  lastName: text(100).optional(),
  email: z.email().max(254).nullable().optional(),
  phone: text(50).nullable().optional(),
  company: text(200).nullable().optional(),
  tags: z.array(named(50)).max(50).optional(),
  brandId: id.optional(),
});
export const clientPatch = newClient.partial();
export const client = z.object({
  id,
  brandId: id,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  tags: z.array(z.string()),
  createdAt: instant,
});
export const clientPage = page(client);
export const clientQuery = pageQuery.extend({ search: text(100).optional() });
export type NewClient = z.infer<typeof newClient>;
export type ClientPatch = z.infer<typeof clientPatch>;
export type Client = z.infer<typeof client>;
export type ClientQuery = z.infer<typeof clientQuery>;
