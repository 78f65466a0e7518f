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
