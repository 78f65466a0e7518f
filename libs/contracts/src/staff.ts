import { z } from 'zod';
import { email, flag, id, instant, line, namedLine, page, searchQuery } from './shared.js';
import { suppressed } from './suppressions.js';

export const newStaffMember = z.strictObject({
  firstName: namedLine(100),
  lastName: line(100).optional(),
  position: line(100).optional(),
  email: email.nullable().optional(),
  phone: line(50).nullable().optional(),
  /** The member who signs in as this person. */
  memberId: id.nullable().optional(),
});
export const staffPatch = newStaffMember.partial().extend({ archived: z.boolean().optional() });
export const staffMember = z.object({
  id,
  memberId: id.nullable(),
  firstName: z.string(),
  lastName: z.string(),
  position: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** What keeps mail from the address; null where nothing does. */
  suppressed,
  archivedAt: instant.nullable(),
  createdAt: instant,
});
export const staffPage = page(staffMember);
export const staffQuery = searchQuery.extend({ archived: flag.default('false') });
export type NewStaffMember = z.infer<typeof newStaffMember>;
export type StaffPatch = z.infer<typeof staffPatch>;
export type StaffMember = z.infer<typeof staffMember>;
export type StaffQuery = z.infer<typeof staffQuery>;
