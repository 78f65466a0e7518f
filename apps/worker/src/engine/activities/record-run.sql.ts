import { checked, ofStudio } from '@cueline/database';

/** No step of it: where the database refuses what a step says, the run says the same. `$1` studio, then `progressValues` but for the steps. */
export const recordRunSql = `
  UPDATE runs SET status = CASE WHEN paused_at IS NOT NULL AND $3 IN ('running', 'waiting') THEN 'paused' ELSE $3::run_status END,
    current_step_id = $4, next_at = $5, reason = $6, started_at = COALESCE(started_at, now()), ended_at = CASE WHEN $7 THEN now() END
  WHERE id = $2 AND ${ofStudio()} AND ${checked('ended_at IS NULL')}`;
