import { ofStudio } from '@cueline/database';
import { isPaused, openColumns } from './open-send.sql.js';

/** `$1` limit, `$2` of each studio, `$3` studios of which none is taken. Each is the caller's for a minute. */
export const claimDoubtfulSql = `
  UPDATE sends SET lease_until = now() + interval '1 minute' WHERE id IN (
    SELECT x.id FROM sends x JOIN (
      SELECT y.id, row_number() OVER (PARTITION BY y.studio_id ORDER BY y.lease_until) AS nth FROM sends y
      WHERE y.state IN ('sending', 'in_doubt') AND y.lease_until < now() AND y.studio_id <> ALL($3::uuid[])) f ON f.id = x.id
    WHERE f.nth <= $2 AND x.state IN ('sending', 'in_doubt') AND x.lease_until < now()
    ORDER BY f.nth, x.lease_until LIMIT $1 FOR UPDATE OF x SKIP LOCKED)
  RETURNING ${openColumns}`;

/**
 * What is due, and not held with its run: as above. The studios are found by leaps through the index, and of each the first few: what one of them has in
 * thousands is not read.
 */
export const claimDueSql = `
  WITH RECURSIVE studio AS (
    (SELECT studio_id FROM sends WHERE state = 'queued' ORDER BY studio_id LIMIT 1)
    UNION ALL
    SELECT (SELECT x.studio_id FROM sends x WHERE x.state = 'queued' AND x.studio_id > s.studio_id ORDER BY x.studio_id LIMIT 1)
    FROM studio s WHERE s.studio_id IS NOT NULL
  ), due AS (
    SELECT d.id, row_number() OVER (PARTITION BY s.studio_id ORDER BY d.next_attempt_at) AS nth, d.next_attempt_at
    FROM studio s, LATERAL (
      SELECT x.id, x.next_attempt_at FROM sends x WHERE x.state = 'queued' AND x.studio_id = s.studio_id AND x.next_attempt_at <= now()
        AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.studio_id = x.studio_id AND r.id = x.run_id AND ${isPaused('r')})
      ORDER BY x.next_attempt_at LIMIT $2 FOR UPDATE SKIP LOCKED) d
    WHERE s.studio_id IS NOT NULL AND s.studio_id <> ALL($3::uuid[])
  )
  UPDATE sends SET next_attempt_at = now() + interval '1 minute' WHERE id IN (SELECT id FROM due ORDER BY nth, next_attempt_at LIMIT $1)
  RETURNING ${openColumns}, GREATEST(created_at, tried_since, (SELECT max(c.created_at) FROM run_controls c
    WHERE c.studio_id = sends.studio_id AND c.run_id = sends.run_id AND c.action = 'resume')) AS tried_since`;

/** `$1` limit, `$2` of each studio, `$3` studios and `$4` keys of which none is given. */
export const settledUntoldSql = `
  SELECT ${openColumns} FROM (
    SELECT s.*, row_number() OVER (PARTITION BY s.studio_id ORDER BY s.updated_at) AS nth FROM sends s
    WHERE s.tell_run AND s.state IN ('sent', 'failed', 'suppressed', 'bounced') AND s.studio_id <> ALL($3::uuid[]) AND s.key <> ALL($4::text[])) f
  WHERE f.nth <= $2 ORDER BY f.nth, f.updated_at LIMIT $1`;

/** `$1` studio, `$2` key, `$3` reason. */
export const endQueuedSql = `
  UPDATE sends SET state = 'failed', reason = $3, next_attempt_at = NULL, tell_run = true, updated_at = now()
  WHERE key = $2 AND ${ofStudio()} AND state = 'queued'`;
