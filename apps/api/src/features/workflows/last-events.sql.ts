export interface LastEvent {
  readonly id: string;
  readonly seq: string;
}

/** Of each record the last event of a type. $1 studio, $2 type, $3 the place where the last page ended or null, $4 only from this instant on or null, $5 how many */
const lastEvents = (beyond: '>' | '<', order: 'ASC' | 'DESC') => `
  SELECT e.id::text, e.seq::text FROM events e
  WHERE e.studio_id = $1 AND e.type = $2 AND ($3::bigint IS NULL OR e.seq ${beyond} $3) AND ($4::timestamptz IS NULL OR e.occurred_at >= $4)
    AND NOT EXISTS (SELECT 1 FROM events later WHERE later.studio_id = e.studio_id AND later.subject_id = e.subject_id
      AND later.type = e.type AND later.seq > e.seq)
  ORDER BY e.seq ${order} LIMIT $5`;

export const LAST_EVENTS = lastEvents('>', 'ASC');
export const LAST_EVENTS_NEWEST_FIRST = lastEvents('<', 'DESC');
