const columns =
  'w.studio_id::text, w.run_id::text, w.step_id, w.visit, w.host, w.state::text, w.attempts, w.reason';

/** SQL of an instant past which nobody has the delivery in hand: an attempt takes less. */
export const LEASE = `now() + interval '30 seconds'`;
const isPaused = (run: string) =>
  `EXISTS (SELECT 1 FROM runs r WHERE r.studio_id = ${run}.studio_id AND r.id = ${run}.run_id AND r.paused_at IS NOT NULL AND r.ended_at IS NULL)`;

/** `$1` limit, `$2` of one studio and host, `$3` "studio/host" of which none is taken, `$4` of one studio. */
export const claimDueSql = `
  UPDATE webhook_deliveries w SET next_attempt_at = ${LEASE}
  FROM (SELECT d.run_id, d.step_id, d.visit FROM webhook_deliveries d JOIN (
      SELECT run_id, step_id, visit, row_number() OVER (PARTITION BY studio_id ORDER BY nth, next_attempt_at) AS nth_of_studio FROM (
        SELECT x.*, row_number() OVER (PARTITION BY x.studio_id, x.host ORDER BY x.next_attempt_at) AS nth
        FROM webhook_deliveries x WHERE x.state = 'waiting' AND x.next_attempt_at <= now()
          AND x.studio_id || '/' || x.host <> ALL($3) AND NOT ${isPaused('x')}) of_host
      WHERE nth <= $2) f USING (run_id, step_id, visit)
    WHERE f.nth_of_studio <= $4 AND d.state = 'waiting' AND d.next_attempt_at <= now()
    ORDER BY f.nth_of_studio, d.next_attempt_at LIMIT $1 FOR UPDATE OF d SKIP LOCKED) due
  WHERE w.run_id = due.run_id AND w.step_id = due.step_id AND w.visit = due.visit
  RETURNING ${columns}, GREATEST(w.created_at, (SELECT max(c.created_at) FROM run_controls c
    WHERE c.studio_id = w.studio_id AND c.run_id = w.run_id AND c.action = 'resume')) AS tried_since`;

/** `$1` limit, `$2` of one studio, `$3` studios and `$4` "run/step/visit" of which none is given. */
export const settledUntoldSql = `
  SELECT ${columns} FROM (
    SELECT x.*, row_number() OVER (PARTITION BY x.studio_id ORDER BY x.updated_at) AS nth FROM webhook_deliveries x
    WHERE x.tell_run AND x.state <> 'waiting' AND x.studio_id <> ALL($3::uuid[])
      AND x.run_id || '/' || x.step_id || '/' || x.visit <> ALL($4::text[])) w
  WHERE w.nth <= $2 ORDER BY w.nth, w.updated_at LIMIT $1`;
