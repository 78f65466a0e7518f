import { WORKFLOWS_CHANNEL } from '@cueline/database';
import { instant, integer, json, oneOf, statement, text, texts, type RowOf } from '@cueline/database/sql';
import type { Definition, WorkflowFacts } from '@cueline/workflows';

/** What the checks of a workflow ask about all of them; steps only of those that are published. */
export const workflowFacts = statement({
  name: 'workflow-facts',
  params: { studioId: text },
  row: {
    id: text,
    name: text,
    state: oneOf<WorkflowFacts['state']>(),
    trigger: json<Definition['trigger']>(),
    steps: json<Definition['steps']>().orNull,
  },
  sql: `SELECT w.id::text, w.name, w.state::text, COALESCE(v.definition, w.draft)->'trigger' AS trigger,
      CASE WHEN w.state = 'published' THEN v.definition->'steps' END AS steps
    FROM workflows w LEFT JOIN workflow_versions v ON v.studio_id = w.studio_id AND v.id = w.published_version_id
    WHERE w.studio_id = :studioId`,
});

const counts = { id: text, active: integer, last: instant.orNull };
export type RunCounts = RowOf<typeof counts>;

/** Of each workflow its open runs, and when the last one began: by an index each, however many have ended. */
export const runCounts = statement({
  name: 'workflow-run-counts',
  params: { studioId: text, workflowIds: texts },
  row: counts,
  sql: `
  SELECT w.id::text,
    (SELECT count(*)::int FROM runs r WHERE r.studio_id = :studioId AND r.workflow_id = w.id AND r.ended_at IS NULL) AS active,
    (SELECT r.created_at FROM runs r WHERE r.studio_id = :studioId AND r.workflow_id = w.id ORDER BY r.created_at DESC LIMIT 1) AS last
  FROM unnest(:workflowIds::uuid[]) w(id)`,
});

/** The published workflows of the studio have changed. */
export const raiseAutomationRevision = statement({
  name: 'raise-automation-revision',
  params: { studioId: text },
  sql: 'UPDATE studios SET automation_revision = automation_revision + 1 WHERE id = :studioId::uuid',
});

export const notifyWorkflows = statement({
  name: 'notify-workflows',
  params: { studioId: text },
  sql: `SELECT pg_notify('${WORKFLOWS_CHANNEL}', :studioId)`,
});
