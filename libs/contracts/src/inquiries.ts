import { z } from 'zod';
import { day, id, instant, named, page, text } from './shared.js';

export const newInquiry = z.strictObject({
  name: named(200),
  email: z.email().max(254),
  phone: text(50).nullable().optional(),
  kind: text(50).optional(),
  message: named(10_000),
  eventOn: day.nullable().optional(),
  brandId: id.optional(),
});
export const inquiry = z.object({
  id,
  brandId: id,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  kind: z.string(),
  message: z.string(),
  eventOn: day.nullable(),
  status: z.enum(['open', 'answered', 'booked', 'closed']),
  createdAt: instant,
});
export const inquiryPage = page(inquiry);
export type NewInquiry = z.infer<typeof newInquiry>;
export type Inquiry = z.infer<typeof inquiry>;
