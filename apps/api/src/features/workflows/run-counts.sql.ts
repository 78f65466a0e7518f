export interface RunCounts {
  readonly id: string;
  readonly active: number;
  readonly last: Date | null;
}

/** Of each workflow its open runs, and when the last one began: by an index each, however many have ended. $1 studio, $2 workflows */
export const RUN_COUNTS = `
  SELECT w.id::text,
    (SELECT count(*)::int FROM runs r WHERE r.studio_id = $1 AND r.workflow_id = w.id AND r.ended_at IS NULL) AS active,
    (SELECT r.created_at FROM runs r WHERE r.studio_id = $1 AND r.workflow_id = w.id ORDER BY r.created_at DESC LIMIT 1) AS last
  FROM unnest($2::uuid[]) w(id)`;
