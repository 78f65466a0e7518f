import { z } from 'zod';
import { id } from './shared.js';

/** What came back to the address that mails are sent from. */
export const newMailReport = z.strictObject({
  /** The whole message with its headers, as the mail server has it: one character for each octet, or UTF-8. */
  source: z.string().min(1).max(700_000),
});
export const mailReportType = z.enum([
  /** The mail came back. */
  'bounced',
  /** A server still tries: nothing has come back. */
  'delayed',
  /** A server further on says that it has the mail. */
  'delivered',
  /** The reader reported the mail as spam. */
  'complained',
  /** The reader asks for no more marketing mail. */
  'unsubscribed',
]);
export const mailReport = z.object({
  /** Null: the message is no report, and changes nothing. */
  type: mailReportType.nullable(),
  /** The mails that it is about; none: the studio sent no such mail, and nothing changes. */
  sendIds: z.array(id),
  /** How they were found: by the address that it came back to, by what the mail is called, or by its recipient and time. */
  matchedBy: z.enum(['returnPath', 'messageId', 'recipient']).nullable(),
  /** False: it was known before. */
  isNew: z.boolean(),
  /** Addresses that get no mail, or no marketing mail, from now on. */
  suppressed: z.array(z.string()),
});
export type NewMailReport = z.infer<typeof newMailReport>;
export type MailReportAnswer = z.infer<typeof mailReport>;
