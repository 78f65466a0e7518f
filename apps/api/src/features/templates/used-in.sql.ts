export interface UsedIn {
  readonly template: string;
  readonly workflows: number;
}

/** Steps stand in paths of steps, so templates are looked for at any depth. Archived workflows send nothing new. $1 studio, $2 templates */
export const USED_IN = `
  SELECT used.template, count(DISTINCT w.id)::int AS workflows
  FROM workflows w CROSS JOIN LATERAL (
      SELECT step #>> '{}' AS template
      FROM jsonb_path_query(w.draft, 'strict $.steps.**?(@.kind == "sendMail").template') step) used
  WHERE w.studio_id = $1 AND w.state <> 'archived' AND used.template = ANY($2::text[])
  GROUP BY used.template`;
