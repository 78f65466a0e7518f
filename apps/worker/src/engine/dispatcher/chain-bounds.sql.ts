/**
 * `$1` studio, `$2` root events. Whoever decides about the same chain at the same moment waits here, so that the count is true. Always in the same order.
 */
export const holdSql = `
  INSERT INTO chained_runs (studio_id, root_event_id) SELECT $1, root FROM unnest($2::uuid[]) root ORDER BY root
  ON CONFLICT (studio_id, root_event_id) DO UPDATE SET runs = chained_runs.runs RETURNING root_event_id::text AS root, runs`;

/** `$1` studio, `$2` root events, `$3` runs of each. */
export const countSql = `
  UPDATE chained_runs c SET runs = c.runs + g.runs FROM unnest($2::uuid[], $3::int[]) AS g(root, runs)
  WHERE c.root_event_id = g.root AND c.studio_id = $1`;
