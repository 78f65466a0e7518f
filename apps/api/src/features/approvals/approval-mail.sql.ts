import { contextStatement, instant, json, text } from '@cueline/database/sql';

/** The records around a run as they are now, with the event that it began with. */
export const recordsOfRun = contextStatement({
  name: 'approval-mail-records',
  params: { runId: text },
  row: { definition: json<object>(), runCreatedAt: instant },
  from: `runs r JOIN LATERAL (SELECT * FROM events x WHERE x.seq = r.event_seq AND x.studio_id = :studioId LIMIT 1) e ON true
   JOIN workflow_versions v ON v.studio_id = r.studio_id AND v.id = r.version_id`,
  where: 'r.studio_id = :studioId AND r.id = :runId',
  also: 'v.definition, r.created_at AS run_created_at',
});
