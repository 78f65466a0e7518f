import { statement, text } from '@cueline/database/sql';

/** Something that changes whenever a run of the workflow, or of any, does. */
export const runsFingerprint = statement({
  name: 'runs-fingerprint',
  params: { studioId: text, workflowId: text.orNull },
  row: { print: text.orNull },
  sql: `SELECT md5(string_agg(r.id::text || r.status::text || COALESCE(r.current_step_id, ''), ',' ORDER BY r.created_at DESC)) AS print
    FROM (SELECT id, status, current_step_id, created_at FROM runs WHERE studio_id = :studioId AND (:workflowId::uuid IS NULL OR workflow_id = :workflowId)
      ORDER BY created_at DESC LIMIT 200) r`,
});
