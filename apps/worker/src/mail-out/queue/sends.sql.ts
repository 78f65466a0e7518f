import { checked, ofStudio } from '@cueline/database';
import { writeProgress } from '../../engine/activities/progress.repository.js';
import { given, identity, identityFrom } from './send-record.sql.js';

/** SQL: the send `$2` of the studio `$1`. */
const byKey = `key = $2 AND ${ofStudio()}`;

/** `$1` studio, `$2` the `SendRecord`, `$3` seconds, `$4` reason, `$5` the attempt that asks for it. */
export const queueSql = `
  WITH ${given}
  INSERT INTO sends (${identity}, id, state, attempts, next_attempt_at, reason, tell_run)
  SELECT ${identityFrom}, gen_random_uuid(), 'queued', 1, now() + $3 * interval '1 second', $4, true FROM g
  ON CONFLICT (key) DO UPDATE SET state = 'queued', next_attempt_at = excluded.next_attempt_at, reason = excluded.reason, lease_until = NULL,
    handed_over_at = NULL, tell_run = true, updated_at = now(),
    attempts = CASE WHEN sends.state = 'queued' THEN sends.attempts + 1 ELSE sends.attempts END
  WHERE sends.state = 'queued' OR (sends.state = 'sending' AND sends.attempts = $5)`;

/** `$1` studio, `$2` the `SendRecord`, `$3` state, `$4` reason, `$5` the server's reply, `$6` the attempt that asks for it. */
export const endSql = `
  WITH ${given}
  INSERT INTO sends (${identity}, id, state, reason, smtp_reply, tell_run)
  SELECT ${identityFrom}, gen_random_uuid(), $3::send_state, $4, $5, false FROM g
  ON CONFLICT (key) DO UPDATE SET state = excluded.state, reason = excluded.reason, smtp_reply = excluded.smtp_reply, lease_until = NULL,
    next_attempt_at = NULL, updated_at = now()
  WHERE sends.state = 'queued' OR (sends.state = 'sending' AND sends.attempts = $6)`;

/** `$1` studio, `$2` key, `$3` the server's reply. */
export const acceptedSql = `UPDATE sends SET state = 'sent', smtp_reply = $3, sent_at = now(), lease_until = NULL, reason = NULL, updated_at = now()
    WHERE ${byKey} AND ${checked(`state IN ('sending', 'in_doubt')`)}`;
/** The same, with what the run comes to from `$4` on. */
export const acceptedAndDoneSql = writeProgress(4, `accepted AS (${acceptedSql})`);

/** `$1` key. */
export const stateSql = `
  SELECT state, reason FROM sends WHERE key = $1`;

/** `$1` studio, `$2` key, `$3` state, `$4` reason. */
export const endOpenSql = `
  UPDATE sends SET state = $3::send_state, reason = $4, lease_until = NULL, next_attempt_at = NULL, updated_at = now()
    WHERE ${byKey} AND state IN ('queued', 'sending', 'in_doubt')`;

/** `$1` studio, `$2` key. */
export const dropMessageSql = `
  DELETE FROM messages m USING sends s WHERE s.key = $2 AND ${ofStudio('s')} AND m.studio_id = s.studio_id AND m.send_id = s.id`;

/** `$1` studio, `$2` key, `$3` reason, `$4` the attempt that asks for it. */
export const leaveInDoubtSql = `
  UPDATE sends SET lease_until = now(), tell_run = true, reason = $3, updated_at = now()
    WHERE ${byKey} AND state = 'sending' AND attempts = $4`;

/** `$1` studio, `$2` key. */
export const tellRunSql = `
  UPDATE sends SET tell_run = true WHERE ${byKey}`;

/** `$1` studio, `$2` key, `$3` reason. */
export const inDoubtSql = `
  UPDATE sends SET state = 'in_doubt', reason = $3, tell_run = true, updated_at = now() WHERE ${byKey} AND state = 'sending'`;

/** `$1` studio, `$2` key. */
export const requeueSql = `
  UPDATE sends SET state = 'queued', next_attempt_at = now(), handed_over_at = NULL, lease_until = NULL, tell_run = true, updated_at = now()
    WHERE ${byKey} AND state IN ('sending', 'in_doubt')`;

/** `$1` studio, `$2` key. */
export const toldSql = `
  UPDATE sends SET tell_run = false WHERE ${byKey}`;

/** `$1` studio, `$2` run, `$3` step, `$4` visit. */
export const openOfStepSql = `
  SELECT count(*)::int AS open FROM sends WHERE run_id = $2 AND ${ofStudio()} AND step_id = $3 AND visit = $4
    AND state IN ('held', 'queued', 'sending', 'in_doubt')`;
