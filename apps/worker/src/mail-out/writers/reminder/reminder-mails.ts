import { parseAddress, type Mailbox } from '@cueline/email';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { compose, type PreparedOr } from '../prepare.js';
import type { OpenQuestion, ReminderSources } from './open-question.js';
import { writeReminder } from './write-reminder.js';

// Whoever is asked is a member who may answer. One who left since is not told any more, nor is anybody of what is answered.
const sql = `
  SELECT a.kind, a.question, a.reminders, w.name AS workflow_name,
    NULLIF(concat_ws(' ', NULLIF(c.first_name, ''), NULLIF(c.last_name, '')), '') AS client_name,
    EXISTS (SELECT 1 FROM members m JOIN users u ON u.id = m.user_id WHERE m.studio_id = $1 AND lower(u.email) = lower($3)) AS is_member
  FROM approvals a JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
    JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
    LEFT JOIN clients c ON c.studio_id = r.studio_id AND c.id = r.client_id
  WHERE a.studio_id = $1 AND a.id = $2 AND a.state = 'waiting'`;

/** Mails that tell the studio of a question, written when they leave. */
export class ReminderMails {
  constructor(private readonly sources: ReminderSources) {}

  async prepare(
    context: RunContext,
    send: { readonly studio_id: string; readonly key: string; readonly to_address: string },
    approvalId: string,
  ): Promise<PreparedOr | 'nobody' | 'answered'> {
    const { rows } = await this.sources.pool.query<OpenQuestion & { is_member: boolean }>({
      name: 'open-question',
      text: sql,
      values: [send.studio_id, approvalId, send.to_address],
    });
    const [question] = rows;
    if (!question) return 'answered';
    const to = this.#to(question, send.to_address);
    if (!to) return 'nobody';
    const written = writeReminder(question, context, this.sources);
    if (!written.ok) return written;
    return compose({ key: send.key, stepId: null, visit: null, approvalId }, context, written.mail, to);
  }

  #to({ is_member }: { is_member: boolean }, given: string): Mailbox | undefined {
    const address = is_member ? parseAddress(given) : null;
    return address ? { name: '', address } : undefined;
  }
}
