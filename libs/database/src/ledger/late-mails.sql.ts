import { integer } from '../client/columns.js';
import { reasonSql } from '../client/reason.sql.js';
import { statement } from '../client/statement.js';
import { explainStep } from '../runs/conditions.sql.js';
import { isAwaited } from './purposes.sql.js';
import { may, stateAfter } from './states.sql.js';

// What trouble of an account has held for too long is not just sent after the repair: a reminder of yesterday's meeting helps nobody.

const heldFor = (row: string, hours: string) => `${row}.first_held_at < now() - ${hours} * interval '1 hour'`;
/** SQL: the group's mails are let go because its trouble is over, and not by a person. @param hold alias of a row of `mail_holds` */
export const isOfRule = (hold: string): string =>
  `(${hold}.cause = 'account' AND ${hold}.cleared_by IS NULL)`;
/** SQL: the mail has been held for longer than the studio lets go without a question. @param row alias of a send */
export const isLate = (row: string, studioId: string): string =>
  `EXISTS (SELECT 1 FROM studios st WHERE st.id = ${studioId} AND ${heldFor(row, 'LEAST(st.ask_held_after_hours, st.skip_held_after_hours)')})`;

const letGoByRule = `mail_holds h JOIN studios st ON st.id = h.studio_id JOIN LATERAL (
      SELECT s.id, s.first_held_at FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND ${may('letGo', 's')}
        AND ${heldFor('s', 'LEAST(st.ask_held_after_hours, st.skip_held_after_hours)')}
      ORDER BY s.id LIMIT :limit FOR UPDATE SKIP LOCKED) x ON true
    WHERE h.cleared_at IS NOT NULL AND NOT h.is_drained AND ${isOfRule('h')}`;

/** Leaves out those that are older than the studio wants to have sent at all. */
export const skipLate = statement({
  name: 'skip-late-mails',
  params: { limit: integer },
  sql: `
  WITH due AS (SELECT x.id FROM ${letGoByRule} AND ${heldFor('x', 'st.skip_held_after_hours')})
  UPDATE sends SET state = ${stateAfter('dropHeld')}, reason = ${reasonSql({ code: 'send.tooLate' })}, ended_at = now(), next_attempt_at = NULL, notify_run = ${isAwaited}, updated_at = now()
  FROM due WHERE sends.id = due.id`,
});

/** Puts the other late ones into a group of their own, for a person to release or to leave out. */
export const setLateAside = statement({
  name: 'set-late-mails-aside',
  params: { limit: integer },
  sql: `
  WITH due AS (
    SELECT x.id, h.studio_id, 'late:' || regexp_replace(h.hold_group, '^account:', '') AS late FROM ${letGoByRule} AND (${heldFor('x', 'st.skip_held_after_hours')}) IS NOT TRUE
  ), moved AS (
    UPDATE sends SET hold_group = due.late, state = ${stateAfter('setAside')}, reason = ${reasonSql({ code: 'send.late' })}, held_at = now(), updated_at = now()
    FROM due WHERE sends.id = due.id AND ${may('setAside', 'sends')} RETURNING sends.studio_id, sends.run_id, sends.step_id, sends.visit, due.late
  ), explained AS (${explainStep('moved', reasonSql({ code: 'send.late' }), { studio: 's.studio_id = moved.studio_id' })}
  )
  INSERT INTO mail_holds AS m (studio_id, hold_group, cause, reason) SELECT DISTINCT studio_id, late, 'late', ${reasonSql({ code: 'send.late' })}::jsonb FROM moved
  ON CONFLICT (studio_id, hold_group) DO UPDATE SET is_drained = false, since = CASE WHEN m.cleared_at IS NULL THEN m.since ELSE now() END,
    notified_at = CASE WHEN m.cleared_at IS NULL THEN m.notified_at END, cleared_at = NULL, cleared_by = NULL`,
});
