import { CALENDAR_SOURCE } from '@cueline/database';
import { bool, integer, json, statement, text } from '@cueline/database/sql';

/** Invoices of all studios that are due by a day, by due date and id, after the one given. */
export const invoicesDue = statement({
  name: 'invoices-due',
  params: { day: text, afterDay: text, afterId: text, limit: integer },
  row: {
    id: text,
    studioId: text,
    dueOn: text,
    issuedOn: text.orNull,
    zone: text,
    businessHours: json<unknown>(),
    dueRecorded: bool,
  },
  sql: `
  SELECT i.id::text, i.studio_id::text, i.due_on::text, i.issued_on::text, b.zone, b.business_hours,
    EXISTS (SELECT 1 FROM events e WHERE e.studio_id = i.studio_id AND e.source = '${CALENDAR_SOURCE}'
      AND e.source_id = 'invoice.due/' || i.id || '/' || i.due_on) AS due_recorded
  FROM invoices i JOIN brands b ON b.studio_id = i.studio_id AND b.id = i.brand_id
  WHERE i.status = 'issued' AND i.paid_minor < i.total_minor AND i.due_on <= :day::date AND (i.due_on, i.id) > (:afterDay::date, :afterId::uuid)
  ORDER BY i.due_on, i.id LIMIT :limit`,
});
