import { contextStatement, text } from '@cueline/database/sql';

/** The records around a subject, as if an event about it had happened now. */
export const previewRecords = contextStatement({
  name: 'preview-records',
  params: { event: text, type: text, id: text },
  from: `(SELECT :studioId::uuid AS studio_id, :studioId::uuid AS id, :event::text AS type, '{}'::jsonb AS data, 0 AS seq,
    :type::text AS subject_type, :id::uuid AS subject_id, now() AS occurred_at, now() AS recorded_at, 'cueline' AS source,
    NULL::boolean AS taken_over, 0 AS chain, NULL::uuid AS brand_id) e`,
  where: 'true',
});
