import { openQuestion, type Queryable } from '@cueline/database';
import { parseAddress } from '@cueline/email';
import { readyOf, suppressed, type LedgerMail, type MailWriter, type Ready } from '../mail-writer.js';
import { compose } from '../prepare.js';
import { writeReminder } from './write-reminder.js';

export interface ReminderSources {
  readonly pool: Queryable;
  readonly platformDomain: string;
  readonly publicUrl: string;
}

/** Mails that tell the studio of a question, written when they leave. */
export class ReminderWriter implements MailWriter<'reminder'> {
  constructor(private readonly sources: ReminderSources) {}

  async write({ send, context }: LedgerMail): Promise<Ready> {
    const { id, studioId, key, approvalId, toAddress } = send;
    if (approvalId === null) throw new Error(`Send ${id} is about no question.`);
    const question = await openQuestion.first(this.sources.pool, {
      studioId,
      approvalId,
      address: toAddress,
    });
    if (!question) return suppressed('approval.answered');
    const address = question.isMember ? parseAddress(toAddress) : null;
    if (!address) return suppressed('recipient.changed');
    const written = writeReminder(question, context, this.sources);
    if (!written.ok) return readyOf(written);
    const identity = { key, purpose: 'reminder', stepId: null, visit: null, approvalId } as const;
    return readyOf(await compose(identity, context, written.mail, { name: '', address }));
  }
}
