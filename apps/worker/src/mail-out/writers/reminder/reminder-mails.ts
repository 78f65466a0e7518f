import { openQuestion } from '@cueline/database';
import { parseAddress, type Mailbox } from '@cueline/email';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { compose, type PreparedOr } from '../prepare.js';
import type { ReminderSources } from './open-question.js';
import { writeReminder } from './write-reminder.js';

/** Mails that tell the studio of a question, written when they leave. */
export class ReminderMails {
  constructor(private readonly sources: ReminderSources) {}

  async prepare(
    context: RunContext,
    send: { readonly studioId: string; readonly key: string; readonly toAddress: string },
    approvalId: string,
  ): Promise<PreparedOr | 'nobody' | 'answered'> {
    const question = await openQuestion.first(this.sources.pool, {
      studioId: send.studioId,
      approvalId,
      address: send.toAddress,
    });
    if (!question) return 'answered';
    const to = this.#to(question, send.toAddress);
    if (!to) return 'nobody';
    const written = writeReminder(question, context, this.sources);
    if (!written.ok) return written;
    return compose({ key: send.key, stepId: null, visit: null, approvalId }, context, written.mail, to);
  }

  #to({ isMember }: { isMember: boolean }, given: string): Mailbox | undefined {
    const address = isMember ? parseAddress(given) : null;
    return address ? { name: '', address } : undefined;
  }
}
