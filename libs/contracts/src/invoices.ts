import { z } from 'zod';
import { day, id, instant, named, page, text } from './shared.js';

const minor = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'A currency is three capital letters (ISO 4217), such as EUR.');

export const newInvoice = z.strictObject({
  clientId: id,
  bookingId: id.optional(),
  number: named(50),
  currency,
  /** Minor units: 12500 is 125.00 EUR. */
  totalMinor: minor,
  dueOn: day.nullable().optional(),
});
export const newPayment = z.strictObject({
  amountMinor: minor.min(1),
  method: text(100).optional(),
  reference: text(200).optional(),
  receivedAt: instant.optional(),
});
export const invoice = z.object({
  id,
  brandId: id,
  clientId: id,
  bookingId: id.nullable(),
  number: z.string(),
  status: z.enum(['draft', 'issued', 'overdue', 'paid', 'void']),
  currency: z.string(),
  totalMinor: minor,
  paidMinor: minor,
  issuedOn: day.nullable(),
  dueOn: day.nullable(),
  createdAt: instant,
});
export const invoicePage = page(invoice);
export type NewInvoice = z.infer<typeof newInvoice>;
export type NewPayment = z.infer<typeof newPayment>;
export type Invoice = z.infer<typeof invoice>;
