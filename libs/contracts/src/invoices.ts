import { z } from 'zod';
import { currency, day, id, instant, named, page, searchQuery, takenOver, text } from './shared.js';

/** A million million of a currency's larger units, since some count in millions for a session; sums of ninety stay exact. */
const MOST_MINOR = 100_000_000_000_000;
const minor = z.int().min(0).max(MOST_MINOR);

export const newInvoice = z.strictObject({
  clientId: id,
  bookingId: id.optional(),
  number: named(50),
  currency,
  /** Minor units: 12500 is 125.00 EUR. */
  totalMinor: minor,
  dueOn: day.nullable().optional(),
  brandId: id.optional(),
  takenOver,
});
export const invoicePatch = z.strictObject({ dueOn: day.nullable().optional() });
export const newPayment = z.strictObject({
  amountMinor: minor.min(1),
  method: text(100).optional(),
  reference: text(200).optional(),
  receivedAt: instant.optional(),
  takenOver,
});
export const invoiceStatus = z.enum(['draft', 'issued', 'overdue', 'paid', 'void']);
export const invoice = z.object({
  id,
  brandId: id,
  clientId: id,
  bookingId: id.nullable(),
  number: z.string(),
  status: invoiceStatus,
  currency: z.string(),
  totalMinor: minor,
  paidMinor: z.int(),
  issuedOn: day.nullable(),
  dueOn: day.nullable(),
  createdAt: instant,
});
export const invoicePage = page(invoice);
export const invoiceQuery = searchQuery.extend({ clientId: id.optional(), status: invoiceStatus.optional() });
export type NewInvoice = z.infer<typeof newInvoice>;
export type InvoicePatch = z.infer<typeof invoicePatch>;
export type NewPayment = z.infer<typeof newPayment>;
export type Invoice = z.infer<typeof invoice>;
export type InvoiceQuery = z.infer<typeof invoiceQuery>;
