import { bool, instant, integer, oneOf, statement, text, type RowOf } from '@cueline/database/sql';
import type { suppressions } from '@cueline/contracts';

const row = {
  id: text,
  address: text,
  scope: oneOf<suppressions.SuppressionScope>(),
  reason: oneOf<suppressions.SuppressionReason>(),
  note: text,
  addedBy: text.orNull,
  createdAt: instant,
  sendId: text.orNull,
  clientId: text.orNull,
  clientName: text.orNull,
  removedAt: instant.orNull,
  removedBy: text.orNull,
};
export type SuppressionViewRow = RowOf<typeof row>;

const select = `
  SELECT s.id::text, s.address, s.scope, s.reason, s.note, s.added_by, s.created_at, s.send_id::text, c.id::text AS client_id,
    btrim(c.first_name || ' ' || c.last_name) AS client_name, s.removed_at, s.removed_by
  FROM suppressions s LEFT JOIN LATERAL (
    SELECT y.id, y.first_name, y.last_name FROM clients y WHERE y.studio_id = s.studio_id AND lower(y.email) = s.address AND y.archived_at IS NULL
    ORDER BY y.created_at DESC LIMIT 1) c ON true`;

/** Newest first, from after `:cursor` on. Null: any. */
export const listSuppressions = statement({
  name: 'list-suppressions',
  params: {
    studioId: text,
    reason: oneOf<suppressions.SuppressionReason>().orNull,
    search: text.orNull,
    removed: bool,
    cursor: text.orNull,
    limit: integer,
  },
  row,
  sql: `${select}
  WHERE s.studio_id = :studioId::uuid AND (s.removed_at IS NOT NULL) = :removed::boolean
    AND (:reason::suppression_reason IS NULL OR s.reason = :reason::suppression_reason)
    AND (:search::text IS NULL OR strpos(s.address, lower(:search)) > 0)
    AND (:cursor::uuid IS NULL OR (s.created_at, s.id) < (SELECT p.created_at, p.id FROM suppressions p WHERE p.studio_id = :studioId::uuid AND p.id = :cursor::uuid))
  ORDER BY s.created_at DESC, s.id DESC LIMIT :limit`,
});

export const viewSuppression = statement({
  name: 'view-suppression',
  params: { studioId: text, id: text },
  row,
  sql: `${select}
  WHERE s.studio_id = :studioId::uuid AND s.id = :id::uuid`,
});
