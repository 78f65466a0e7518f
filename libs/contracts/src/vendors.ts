import { z } from 'zod';
import { email, flag, id, instant, named, page, searchQuery, text } from './shared.js';

export const newVendor = z.strictObject({
  name: named(200),
  /** What they do: florist, venue, caterer. */
  trade: text(100).optional(),
  /** Whom to ask for. */
  contact: text(200).optional(),
  email: email.nullable().optional(),
  phone: text(50).nullable().optional(),
});
export const vendorPatch = newVendor.partial().extend({ archived: z.boolean().optional() });
export const vendor = z.object({
  id,
  name: z.string(),
  trade: z.string(),
  contact: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  archivedAt: instant.nullable(),
  createdAt: instant,
});
export const vendorPage = page(vendor);
export const vendorQuery = searchQuery.extend({ archived: flag.default('false') });
export type NewVendor = z.infer<typeof newVendor>;
export type VendorPatch = z.infer<typeof vendorPatch>;
export type Vendor = z.infer<typeof vendor>;
export type VendorQuery = z.infer<typeof vendorQuery>;
