import { text } from '../client/columns.js';
import { statement } from '../client/statement.js';

/** Whoever has locked the invoice is paying it, moving its date, or another worker: the next sweep finds it again. */
export const lockOpenInvoice = statement({
  name: 'lock-open-invoice',
  params: { studioId: text, id: text, dueOn: text },
  sql: `
  SELECT 1 FROM invoices WHERE studio_id = :studioId AND id = :id AND due_on = :dueOn::date AND status = 'issued' AND paid_minor < total_minor
  FOR UPDATE SKIP LOCKED`,
});

export const markOverdue = statement({
  name: 'mark-overdue',
  params: { studioId: text, id: text },
  sql: `UPDATE invoices SET status = 'overdue', updated_at = now() WHERE studio_id = :studioId AND id = :id`,
});
