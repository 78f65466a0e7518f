const columns = `r.id::text, r.studio_id::text, r.engine, v.definition FROM runs r JOIN workflow_versions v ON v.id = r.version_id`;

/** Longer than any call to Temporal: past it whoever took a signal is gone. */
const TAKEN = `interval '30 seconds'`;

/** `$1` ms since they were committed, `$2` limit, `$3` of each studio. */
export const leftBehindSql = `
  WITH left_behind AS (
          SELECT id, created_at, row_number() OVER (PARTITION BY studio_id ORDER BY created_at) AS nth FROM runs
          WHERE status = 'starting' AND created_at < now() - $1 * interval '1 millisecond')
        SELECT ${columns} JOIN left_behind l ON l.id = r.id WHERE l.nth <= $3 ORDER BY l.nth, l.created_at LIMIT $2`;

/** `$1` limit. */
export const takeSignalsSql = `
  WITH first AS (
          SELECT DISTINCT ON (run_id) seq, studio_id, taken_until FROM run_signals WHERE delivered_at IS NULL ORDER BY run_id, seq
        ), ranked AS (
          SELECT seq, row_number() OVER (PARTITION BY studio_id ORDER BY seq) AS nth FROM first WHERE COALESCE(taken_until < now(), true)
        ), taken AS (
          UPDATE run_signals SET taken_until = now() + ${TAKEN} WHERE delivered_at IS NULL AND seq IN (
            SELECT s.seq FROM run_signals s JOIN ranked f ON f.seq = s.seq
            WHERE s.delivered_at IS NULL AND COALESCE(s.taken_until < now(), true) ORDER BY f.nth, s.seq LIMIT $1 FOR UPDATE OF s SKIP LOCKED)
          RETURNING seq, run_id, studio_id, kind, event_id, payload)
        SELECT s.seq::text, s.kind, s.event_id::text, s.payload, target.definition AS target, ${columns} JOIN taken s ON s.run_id = r.id
        LEFT JOIN workflow_versions target ON s.kind = 'migrate' AND target.studio_id = s.studio_id AND target.id = (s.payload->>'versionId')::uuid`;

/** `$1` seq. */
export const leaveSignalSql = `
  UPDATE run_signals SET taken_until = now() + LEAST(interval '1 minute', GREATEST(interval '1 second', (now() - created_at) / 4))
        WHERE seq = $1`;
