import { z } from 'zod';
import { day, email, id, instant, line, named, namedLine, page, searchQuery, takenOver } from './shared.js';

export const newInquiry = z.strictObject({
  name: namedLine(200),
  email,
  phone: line(50).nullable().optional(),
  kind: line(50).optional(),
  message: named(10_000),
  eventOn: day.nullable().optional(),
  brandId: id.optional(),
  receivedAt: instant
    .optional()
    .meta({ description: 'When it came, where that was before it is recorded here.' }),
  takenOver,
});
export const inquiryStatus = z.enum(['open', 'answered', 'booked', 'closed']);
export const inquiryPatch = z.strictObject({
  status: inquiryStatus.optional(),
  /** The client that came of it. */
  clientId: id.nullable().optional(),
});
export const inquiry = z.object({
  id,
  brandId: id,
  clientId: id.nullable(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  kind: z.string(),
  message: z.string(),
  eventOn: day.nullable(),
  status: inquiryStatus,
  createdAt: instant,
});
export const inquiryPage = page(inquiry);
export const inquiryQuery = searchQuery.extend({ status: inquiryStatus.optional(), clientId: id.optional() });
export type NewInquiry = z.infer<typeof newInquiry>;
export type Inquiry = z.infer<typeof inquiry>;
export type InquiryPatch = z.infer<typeof inquiryPatch>;
export type InquiryQuery = z.infer<typeof inquiryQuery>;
