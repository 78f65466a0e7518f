import type { Candidate, Facts } from '@cueline/workflows';
import { addressKey } from '@cueline/workflows/locale';
import { factsOf, textOf, type RecordContext } from './facts-of.js';

/** CloudEvents source of what the calendar records: invoices that come due, and runs that a date starts. */
export const CALENDAR_SOURCE = 'cueline/calendar';

/** Source id of the event by which the calendar asks for a run: a date that moves to another moment asks for another, one that moves back does not. */
export const dateRequestId = (workflowId: string, recordId: string, due: string): string =>
  `date/${workflowId}/${recordId}/${due}`;

/** An event with the records around it, as the rules of starting read them. @param facts as they are to be taken, if not as they are now */
export function candidateOf(context: RecordContext, facts: Facts = factsOf(context)): Candidate {
  const { inquiry, client, brand } = context;
  const record = context[context.subjectType];
  const writer = textOf(inquiry?.email);
  return {
    event: {
      id: context.eventId,
      type: context.eventType,
      occurredAt: context.occurredAt.toISOString(),
      recordedAt: context.recordedAt.toISOString(),
      byCalendar: context.eventSource === CALENDAR_SOURCE,
      takenOver: context.takenOver,
      chain: context.eventChain,
    },
    record: {
      id: context.subjectId,
      recordedAt: record?.createdAt ?? null,
      takenOver: record && 'takenOver' in record ? record.takenOver : null,
    },
    brand: { id: brand?.id ?? null, name: textOf(brand?.name) },
    contact: client?.id ?? (writer && addressKey(writer)),
    facts,
  };
}
