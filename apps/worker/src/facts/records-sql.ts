/**
 * Everything known around an event's subject, in one round trip. `$1` is the studio. Every join is held to the studio. `from` brings an
 * `events e` into the query.
 */
export const recordsSql = (from: string, where: string, also = ''): string => `
  SELECT e.id::text AS event_id, e.type AS event_type, e.data AS event_data, e.seq::text AS event_seq,
    e.subject_type, e.subject_id::text, e.occurred_at,
    to_jsonb(b) AS booking, to_jsonb(i) AS invoice, to_jsonb(q) AS inquiry, to_jsonb(pr) AS project, to_jsonb(t) AS task,
    to_jsonb(m) - 'html' AS message, to_jsonb(c) AS client, to_jsonb(s) AS staff, to_jsonb(p) AS payment,
    to_jsonb(br) AS brand, to_jsonb(sn) AS sender, st.name AS studio_name, st.slug AS studio_slug${also}
  FROM ${from}
  LEFT JOIN invoices i ON e.subject_type = 'invoice' AND i.studio_id = $1 AND i.id = e.subject_id
  LEFT JOIN inquiries q ON e.subject_type = 'inquiry' AND q.studio_id = $1 AND q.id = e.subject_id
  LEFT JOIN tasks t ON e.subject_type = 'task' AND t.studio_id = $1 AND t.id = e.subject_id
  LEFT JOIN messages m ON e.subject_type = 'message' AND m.studio_id = $1 AND m.id = e.subject_id
  LEFT JOIN bookings b ON b.studio_id = $1
    AND b.id = CASE e.subject_type WHEN 'booking' THEN e.subject_id WHEN 'invoice' THEN i.booking_id WHEN 'task' THEN t.booking_id END
  LEFT JOIN projects pr ON pr.studio_id = $1 AND pr.id = CASE e.subject_type WHEN 'project' THEN e.subject_id ELSE b.project_id END
  LEFT JOIN clients c ON c.studio_id = $1 AND c.id = CASE e.subject_type WHEN 'client' THEN e.subject_id
    ELSE COALESCE(i.client_id, q.client_id, t.client_id, m.client_id, b.client_id, pr.client_id) END
  LEFT JOIN staff s ON s.studio_id = $1 AND s.id = (e.data->>'staffId')::uuid
  LEFT JOIN payments p ON p.studio_id = $1 AND p.id = (e.data->>'paymentId')::uuid
  JOIN studios st ON st.id = $1
  LEFT JOIN brands br ON br.studio_id = $1
    AND br.id = COALESCE(i.brand_id, q.brand_id, t.brand_id, m.brand_id, b.brand_id, pr.brand_id, c.brand_id, e.brand_id)
  LEFT JOIN senders sn ON sn.studio_id = $1 AND sn.brand_id = br.id AND sn.is_default
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
}
