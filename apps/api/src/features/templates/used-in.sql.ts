import { integer, statement, text, texts } from '@cueline/database/sql';

/** Steps stand in paths of steps, so templates are looked for at any depth. Archived workflows send nothing new. */
export const templatesUsedIn = statement({
  name: 'templates-used-in',
  params: { studioId: text, templates: texts },
  row: { template: text, workflows: integer },
  sql: `
  SELECT used.template, count(DISTINCT w.id)::int AS workflows
  FROM workflows w CROSS JOIN LATERAL (
      SELECT step #>> '{}' AS template
      FROM jsonb_path_query(w.draft, 'strict $.steps.**?(@.kind == "sendMail").template') step) used
  WHERE w.studio_id = :studioId AND w.state <> 'archived' AND used.template = ANY(:templates::text[])
  GROUP BY used.template`,
});
