import {
  contextStatement,
  eventsById,
  json,
  statement,
  text,
  texts,
  type RowOf,
} from '@cueline/database/sql';
import type { Definition } from '@cueline/workflows';

export const eventRecords = contextStatement({
  name: 'event-records',
  params: { eventIds: texts },
  ...eventsById,
});

const published = { workflowId: text, versionId: text, definition: json<Definition>() };
export type PublishedWorkflow = RowOf<typeof published>;

export const publishedWorkflows = statement({
  name: 'published-workflows',
  params: { studioId: text },
  row: published,
  sql: `SELECT w.id::text AS workflow_id, v.id::text AS version_id, v.definition
    FROM workflows w JOIN workflow_versions v ON v.id = w.published_version_id
    WHERE w.studio_id = :studioId AND w.state = 'published' ORDER BY w.created_at`,
});

/** A workflow that was asked for is not published now: that is the reason, beside the version that was published last. */
export const refuseUnpublished = statement({
  name: 'refuse-unpublished',
  params: { studioId: text, requests: json<readonly { eventId: string; workflowId: string | null }[]>() },
  sql: `INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, reason)
    SELECT :studioId, g."eventId", w.id, w.published_version_id, jsonb_build_object('code', 'match.notPublished', 'params', jsonb_build_object('state', w.state))
    FROM jsonb_to_recordset(:requests::jsonb) AS g("eventId" uuid, "workflowId" uuid) JOIN workflows w ON w.studio_id = :studioId AND w.id = g."workflowId"
    WHERE w.published_version_id IS NOT NULL
    ON CONFLICT (event_id, workflow_id) DO NOTHING`,
});
