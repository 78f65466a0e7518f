import { z } from 'zod';
import { id, instant, page, pageQuery } from './shared.js';

export const message = z.object({
  id,
  direction: z.enum(['incoming', 'outgoing']),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  clientId: id.nullable(),
  /** Its row in the ledger; null for one that came in. */
  sendId: id.nullable(),
  state: z
    .enum(['held', 'queued', 'sending', 'sent', 'in_doubt', 'failed', 'bounced', 'suppressed'])
    .nullable(),
  occurredAt: instant,
});
export const messageDetail = message.extend({ text: z.string(), html: z.string(), messageId: z.string() });
export const messagePage = page(message);
/** `clientId`: of a client. `recordId`: of any record, also those that are linked with it. */
export const messageQuery = pageQuery.extend({ clientId: id.optional(), recordId: id.optional() });
export type MessageView = z.infer<typeof message>;
export type MessageDetail = z.infer<typeof messageDetail>;
export type MessageQuery = z.infer<typeof messageQuery>;
