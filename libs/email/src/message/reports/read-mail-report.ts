import { readDeliveryStatus } from './delivery-status.js';
import { readFeedbackReport } from './feedback-report.js';
import type { MailReport } from './mail-report.js';
import type { ParsedMail } from './parsed-mail.js';
import { returnTagsIn } from './return-tags.js';
import { readTextBounce } from './text-bounce.js';

/**
 * What a mail that came in says of one that was sent; undefined for every other mail. Who wrote it is not proven: only a name of a mail that was really sent makes it a
 * report about that mail.
 */
export function readMailReport(mail: ParsedMail): MailReport | undefined {
  const read = readFeedbackReport(mail) ?? readDeliveryStatus(mail) ?? readTextBounce(mail);
  return read && { ...read, returnTags: returnTagsIn(mail) };
}
