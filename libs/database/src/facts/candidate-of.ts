import type { Candidate, Facts } from '@cueline/workflows';
import { addressKey } from '@cueline/workflows/locale';
import { factsOf, textOf } from './facts-of.js';
import type { Records } from './records-sql.js';

/** CloudEvents source of what the calendar records: invoices that come due, and runs that a date starts. */
export const CALENDAR_SOURCE = 'cueline/calendar';

/** Source id of the event by which the calendar asks for a run: a date that moves to another moment asks for another, one that moves back does not. */
export const dateRequestId = (workflowId: string, recordId: string, due: string): string =>
  `date/${workflowId}/${recordId}/${due}`;

/** An event with the records around it, as the rules of starting read them. @param facts as they are to be taken, if not as they stand now */
export function candidateOf(records: Records, facts: Facts = factsOf(records)): Candidate {
  const { booking, invoice, inquiry, project, task, message, client, brand } = records;
  const subjects = new Map(Object.entries({ booking, invoice, inquiry, project, task, message, client }));
  const row = subjects.get(records.subject_type);
  const writer = textOf(inquiry?.['email']);
  const [createdAt, takenOver] = [textOf(row?.['created_at']), row?.['taken_over']];
  return {
    event: {
      id: records.event_id,
      type: records.event_type,
      occurredAt: records.occurred_at.toISOString(),
      recordedAt: records.recorded_at.toISOString(),
      byCalendar: records.event_source === CALENDAR_SOURCE,
      takenOver: records.taken_over,
      chain: records.event_chain,
    },
    record: {
      id: records.subject_id,
      recordedAt: createdAt && new Date(createdAt).toISOString(),
      takenOver: typeof takenOver === 'boolean' ? takenOver : null,
    },
    brand: { id: textOf(brand?.['id']), name: textOf(brand?.['name']) },
    contact: textOf(client?.['id']) ?? (writer && addressKey(writer)),
    facts,
  };
}
