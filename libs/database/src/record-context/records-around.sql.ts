import { instant, text } from '../client/columns.js';
import { contextStatement } from './record-context.sql.js';

/**
 * The records around one record, as if an event about it had happened now. A vendor or staff member has no brand of its own: then it is the given one, else the
 * studio's first.
 */
export const recordsAround = contextStatement({
  name: 'records-around',
  params: { event: text, type: text, id: text, brandId: text.orNull },
  row: { now: instant },
  from: `(SELECT :studioId::uuid AS studio_id, :studioId::uuid AS id, :event::text AS type, 0 AS seq,
    CASE :type::text WHEN 'staff' THEN jsonb_build_object('staffId', :id::uuid) ELSE '{}'::jsonb END AS data,
    :type::text AS subject_type, :id::uuid AS subject_id, now() AS occurred_at, now() AS recorded_at, 'cueline' AS source,
    NULL::boolean AS taken_over, 0 AS chain,
    COALESCE(:brandId::uuid, (SELECT b.id FROM brands b WHERE b.studio_id = :studioId ORDER BY b.is_default DESC, b.created_at, b.id LIMIT 1)) AS brand_id) e`,
  where: 'true',
  also: 'now() AS now',
});
