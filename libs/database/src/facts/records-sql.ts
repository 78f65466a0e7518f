import type { SubjectType } from '@cueline/workflows';
import { ofStudio } from '../client/row-conditions.js';

/** A row by its id, held to the studio `$1`. LATERAL with a LIMIT keeps the planner from joining all rows of the studio. */
const byId = (alias: string, table: string, id: string, onlyFor?: SubjectType): string => {
  const applies = onlyFor ? `e.subject_type = '${onlyFor}' AND ` : '';
  return `
  LEFT JOIN LATERAL (SELECT * FROM ${table} x WHERE ${applies}x.id = ${id} AND ${ofStudio('x')} LIMIT 1) ${alias} ON true`;
};

const around = [
  byId('i', 'invoices', 'e.subject_id', 'invoice'),
  byId('q', 'inquiries', 'e.subject_id', 'inquiry'),
  byId('t', 'tasks', 'e.subject_id', 'task'),
  byId('m', 'messages', 'e.subject_id', 'message'),
  byId(
    'b',
    'bookings',
    `CASE e.subject_type WHEN 'booking' THEN e.subject_id WHEN 'invoice' THEN i.booking_id WHEN 'task' THEN t.booking_id END`,
  ),
  byId('pr', 'projects', `CASE e.subject_type WHEN 'project' THEN e.subject_id ELSE b.project_id END`),
  byId(
    'c',
    'clients',
    `CASE e.subject_type WHEN 'client' THEN e.subject_id
      ELSE COALESCE(i.client_id, q.client_id, t.client_id, m.client_id, b.client_id, pr.client_id) END`,
  ),
  byId('s', 'staff', `(e.data->>'staffId')::uuid`),
  byId('p', 'payments', `(e.data->>'paymentId')::uuid`),
  byId(
    'br',
    'brands',
    'COALESCE(i.brand_id, q.brand_id, t.brand_id, m.brand_id, b.brand_id, pr.brand_id, c.brand_id, e.brand_id)',
  ),
  `
  LEFT JOIN LATERAL (SELECT * FROM senders x WHERE x.studio_id = $1 AND x.brand_id = br.id AND x.is_default LIMIT 1) sn ON true`,
].join('');

/**
 * Everything known around an event's subject, in one round trip. `$1` is the studio. `from` brings an `events e` into the query.
 */
export const recordsSql = (from: string, where: string, also = ''): string => `
  SELECT e.id::text AS event_id, e.type AS event_type, e.data AS event_data, e.seq::text AS event_seq,
    e.subject_type, e.subject_id::text, e.occurred_at, e.recorded_at, e.source AS event_source, e.taken_over, e.chain AS event_chain,
    to_jsonb(b) AS booking, to_jsonb(i) AS invoice, to_jsonb(q) AS inquiry, to_jsonb(pr) AS project, to_jsonb(t) AS task,
    to_jsonb(m) - 'html' AS message, to_jsonb(c) AS client, to_jsonb(s) AS staff, to_jsonb(p) AS payment,
    to_jsonb(br) AS brand, to_jsonb(sn) AS sender, st.name AS studio_name, st.slug AS studio_slug, st.template_revision${also}
  FROM ${from}${around}
  JOIN studios st ON st.id = $1
  WHERE e.studio_id = $1 AND ${where}`;

type Row = Readonly<Record<string, unknown>>;

/** One row of that query; records as PostgreSQL writes them in JSON. */
export interface Records {
  readonly event_id: string;
  readonly event_type: string;
  readonly event_data: Row;
  readonly event_seq: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly event_source: string;
  /** What whoever told it said. */
  readonly taken_over: boolean | null;
  /** How many runs have led to one another up to it. */
  readonly event_chain: number;
  readonly booking: Row | null;
  readonly invoice: Row | null;
  readonly inquiry: Row | null;
  readonly project: Row | null;
  readonly task: Row | null;
  readonly message: Row | null;
  readonly client: Row | null;
  readonly staff: Row | null;
  readonly payment: Row | null;
  readonly brand: Row | null;
  readonly sender: Row | null;
  readonly studio_name: string;
  readonly studio_slug: string;
  /** Of the studio's templates all together. */
  readonly template_revision: number;
}
