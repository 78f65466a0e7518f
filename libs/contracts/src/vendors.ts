import { z } from 'zod';
import { email, flag, id, instant, line, namedLine, page, searchQuery } from './shared.js';
import { suppressed } from './suppressions.js';

export const newVendor = z.strictObject({
  name: namedLine(200),
  /** What they do: florist, venue, caterer. */
  trade: line(100).optional(),
  /** Whom to ask for. */
  contact: line(200).optional(),
  email: email.nullable().optional(),
  phone: line(50).nullable().optional(),
});
export const vendorPatch = newVendor.partial().extend({ archived: z.boolean().optional() });
export const vendor = z.object({
  id,
  name: z.string(),
  trade: z.string(),
  contact: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** What keeps mail from the address; null where nothing does. */
  suppressed,
  archivedAt: instant.nullable(),
  createdAt: instant,
});
export const vendorPage = page(vendor);
export const vendorQuery = searchQuery.extend({ archived: flag.default('false') });
export type NewVendor = z.infer<typeof newVendor>;
export type VendorPatch = z.infer<typeof vendorPatch>;
export type Vendor = z.infer<typeof vendor>;
export type VendorQuery = z.infer<typeof vendorQuery>;
