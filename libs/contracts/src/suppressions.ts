import { z } from 'zod';
import { email, flag, id, instant, page, searchQuery, text } from './shared.js';

export const suppressionScope = z.enum([
  /** Marketing mail alone; what is about a booking or an invoice still leaves. */
  'marketing',
  'all',
]);
export const suppressionReason = z.enum([
  /** The reader unsubscribed. */
  'unsubscribed',
  /** A mail came back: the address does not work. */
  'bounced',
  /** The reader reported a mail as spam. */
  'complained',
  /** Somebody of the studio added it. */
  'manual',
]);
/** An address that gets no mail, or no marketing mail, and why; one that has several reasons has an entry for each. */
export const suppression = z.object({
  id,
  address: z.string(),
  scope: suppressionScope,
  reason: suppressionReason,
  /** What the mail server said, or a note of who added it. */
  note: z.string(),
  /** The person or key who added it; null: the reader, or a mail server. */
  addedBy: z.string().nullable(),
  createdAt: instant,
  /** The mail that led to it. */
  sendId: id.nullable(),
  /** One of the clients with this address. */
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  removedAt: instant.nullable(),
  removedBy: z.string().nullable(),
});
export const suppressionPage = page(suppression);
export const suppressionQuery = searchQuery.extend({
  reason: suppressionReason.optional(),
  /** Those that were removed, instead of those that hold. */
  removed: flag.default('false'),
});
export const newSuppression = z.strictObject({
  address: email,
  scope: suppressionScope.default('all'),
  note: text(500).default(''),
});
export const suppressionRemoval = z.strictObject({
  /** True: the mail may be reported as spam again, and the studio knows. Needed where the reader complained. */
  acknowledgeComplaint: z.boolean().default(false),
});
/** What keeps mail from a record's address; null where nothing does. */
export const suppressed = z
  .object({ scope: suppressionScope, reason: suppressionReason, since: instant })
  .nullable();
export type SuppressionScope = z.infer<typeof suppressionScope>;
export type SuppressionReason = z.infer<typeof suppressionReason>;
export type SuppressionView = z.infer<typeof suppression>;
export type SuppressionQuery = z.infer<typeof suppressionQuery>;
export type NewSuppression = z.infer<typeof newSuppression>;
export type SuppressionRemoval = z.infer<typeof suppressionRemoval>;
export type Suppressed = z.infer<typeof suppressed>;
