import { triggerAnchors, type AnchorPath } from '@cueline/workflows';

interface DateColumn {
  readonly table: string;
  readonly column: string;
}

/** Where each date is that can start a workflow; one without a column does not compile. */
export const dateColumns: { readonly [Path in AnchorPath]: DateColumn } = {
  'booking.startsAt': { table: 'bookings', column: 'starts_at' },
  'booking.endsAt': { table: 'bookings', column: 'ends_at' },
  'invoice.dueOn': { table: 'invoices', column: 'due_on' },
  'invoice.issuedOn': { table: 'invoices', column: 'issued_on' },
  'project.dueOn': { table: 'projects', column: 'due_on' },
  'inquiry.eventOn': { table: 'inquiries', column: 'event_on' },
  'task.dueAt': { table: 'tasks', column: 'due_at' },
};

/** SQL that says whether a date of a row still can start something: `closed` of the catalogue. @param row its alias */
export const stillStarts = (row: string, anchor: AnchorPath): string => {
  const closed: readonly string[] = triggerAnchors[anchor].closed;
  const statuses = closed.map((status) => `'${status}'`).join(', ');
  return closed.length === 0 ? 'true' : `${row}.status NOT IN (${statuses})`;
};
