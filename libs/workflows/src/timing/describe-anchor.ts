import { fieldOf } from '../catalogue/records.js';

/** The dates that steps and triggers are counted from most, in an owner's words. */
const nouns: Readonly<Record<string, string>> = {
  'booking.startsAt': 'the session',
  'booking.endsAt': 'the end of the session',
  'invoice.dueOn': "the invoice's due date",
  'invoice.issuedOn': "the invoice's date",
  'payment.receivedAt': 'the payment',
  'project.dueOn': "the project's due date",
  'inquiry.eventOn': 'the wished date',
  'task.dueAt': "the task's due time",
  'message.receivedAt': 'the mail',
};

/** "the session"; what has no words of its own is named by its field. */
export function describeAnchor(path: string): string {
  if (Object.hasOwn(nouns, path)) return nouns[path]!;
  const field = fieldOf(path);
  return field ? `"${field.label}" of the ${path.split('.')[0]}` : `"${path}"`;
}
