import { integer, integers, statement, text, texts } from '@cueline/database/sql';

/** Whoever decides about the same chain at the same moment waits here, so that the count is true. Always in the same order. */
export const lockChains = statement({
  name: 'lock-chains',
  params: { studioId: text, roots: texts },
  row: { root: text, runs: integer },
  sql: `
  INSERT INTO chained_runs (studio_id, root_event_id) SELECT :studioId, root FROM unnest(:roots::uuid[]) root ORDER BY root
  ON CONFLICT (studio_id, root_event_id) DO UPDATE SET runs = chained_runs.runs RETURNING root_event_id::text AS root, runs`,
});

/** `:runs` has the number of new runs for each of `:roots`. */
export const countChainedRuns = statement({
  name: 'count-chained-runs',
  params: { studioId: text, roots: texts, runs: integers },
  sql: `
  UPDATE chained_runs c SET runs = c.runs + g.runs FROM unnest(:roots::uuid[], :runs::int[]) AS g(root, runs)
  WHERE c.root_event_id = g.root AND c.studio_id = :studioId`,
});
