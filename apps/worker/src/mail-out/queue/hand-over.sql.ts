import { ofStudio } from '@cueline/database';
import { writeSteps } from '../../engine/activities/progress.repository.js';
import { isPaused } from './open-send.sql.js';
import { given, identity, identityFrom } from './send-record.sql.js';

/** Longer than any SMTP time-out: past it nobody has the send in hand any more. */
const LEASE = `interval '20 seconds'`;

/**
 * `$1` studio, `$2` the `SendRecord`, `$3` steps that are written before.
 *
 * The hand-over: from here on the server may have the mail. Only one that is new or queued may be taken; the message is kept as it leaves.
 * A mail can't be called back, so no mail leaves after the answer that its run is paused or being stopped, although the run itself hears of that
 * a moment later: it is queued instead, and what is queued waits as long as its run is paused. Nor does one leave that another run sends about the
 * same event. One that would be too many for its address in a day is delayed to the next (`limits`), after those that have a place on that day. Each
 * claims its place in one row, so that of two at the same moment one has it.
 * Rows are looked for as in `recordsSql`: a plan that was made while the tables were small must not read them whole.
 */
export const handOverSql = `
  WITH ${given}, around AS (
    SELECT (${isPaused('r')}) IS TRUE AS held, r.event_id, st.mails_per_contact_and_day AS most, lower(g.to_address) AS address,
      g.day AS today, (x.counted_on = g.day OR x.state <> 'queued' OR x.released_at IS NOT NULL) IS TRUE AS counted,
      x.delayed_to, x.delayed_since, x.created_at AS made_at, x.id AS send_id
    FROM g JOIN LATERAL (SELECT * FROM studios y WHERE y.id = $1 LIMIT 1) st ON true
      LEFT JOIN LATERAL (SELECT * FROM runs y WHERE y.id = g.run_id AND ${ofStudio('y')} LIMIT 1) r ON true
      LEFT JOIN LATERAL (SELECT * FROM sends y WHERE y.key = g.key LIMIT 1) x ON true
  ), first AS (
    INSERT INTO mailed_facts (studio_id, event_id, template_id, address, run_id)
    SELECT $1, a.event_id, g.template_id, a.address, g.run_id FROM g, around a
    WHERE NOT a.held AND g.template_id IS NOT NULL AND a.event_id IS NOT NULL
    ON CONFLICT (studio_id, event_id, template_id, address) DO UPDATE SET run_id = excluded.run_id WHERE mailed_facts.run_id = excluded.run_id
    RETURNING 1
  ), wanted AS (
    SELECT 1 FROM g, around a WHERE NOT a.held AND (g.template_id IS NULL OR a.event_id IS NULL OR EXISTS (SELECT 1 FROM first))
  ), ahead AS (
    SELECT count(q.id)::int AS mails FROM g, around a LEFT JOIN LATERAL (
      SELECT y.id FROM sends y WHERE lower(y.to_address) = a.address AND y.delayed_to = a.today AND y.state = 'queued' AND y.delayed_to IS NOT NULL
        AND ${ofStudio('y')} AND (y.id <> a.send_id) IS NOT FALSE
        AND (a.delayed_to IS DISTINCT FROM a.today OR (y.created_at, y.id) < (a.made_at, a.send_id))) q ON true
  ), fits AS (
    INSERT INTO mails_of_day (studio_id, address, day, mails)
    SELECT $1, a.address, a.today, 1 FROM g, around a, ahead, wanted
    WHERE g.template_id IS NOT NULL AND a.most IS NOT NULL AND NOT a.counted AND ahead.mails < a.most
    ON CONFLICT (studio_id, address) DO UPDATE SET day = excluded.day,
      mails = CASE WHEN mails_of_day.day = excluded.day THEN mails_of_day.mails + 1 ELSE 1 END
    WHERE mails_of_day.day <> excluded.day OR mails_of_day.mails + (SELECT mails FROM ahead) < (SELECT most FROM around)
    RETURNING 1
  ), free AS (
    SELECT a.today FROM g, around a, wanted WHERE g.template_id IS NULL OR a.most IS NULL OR a.counted OR EXISTS (SELECT 1 FROM fits)
  ), taken AS (
    INSERT INTO sends (${identity}, id, state, attempts, lease_until, handed_over_at, counted_on)
    SELECT ${identityFrom}, gen_random_uuid(), 'sending', 1, now() + ${LEASE}, now(), free.today FROM g, free
    ON CONFLICT (key) DO UPDATE SET state = 'sending', attempts = sends.attempts + 1, lease_until = excluded.lease_until,
      handed_over_at = excluded.handed_over_at, counted_on = excluded.counted_on, next_attempt_at = NULL, delayed_to = NULL, updated_at = now()
    WHERE sends.state = 'queued' RETURNING id, attempts
  ), put_off AS (
    INSERT INTO sends (${identity}, id, state, attempts, next_attempt_at, reason, tell_run)
    SELECT ${identityFrom}, gen_random_uuid(), 'queued', 0, now(), '{"code": "send.held"}', true FROM g, around a WHERE a.held
    ON CONFLICT (key) DO NOTHING
  ), left_out AS (
    INSERT INTO sends (${identity}, id, state, attempts, reason)
    SELECT ${identityFrom}, gen_random_uuid(), 'suppressed', 0, '{"code": "mail.sameFact", "params": {}}'
    FROM g, around a WHERE NOT a.held AND NOT EXISTS (SELECT 1 FROM wanted)
    ON CONFLICT (key) DO UPDATE SET state = 'suppressed', reason = excluded.reason, next_attempt_at = NULL, updated_at = now()
    WHERE sends.state = 'queued'
  ), delayed AS (
    INSERT INTO sends (${identity}, id, state, attempts, next_attempt_at, reason, tell_run, delayed_to, delayed_since)
    SELECT ${identityFrom}, gen_random_uuid(), 'queued', 0, GREATEST(now() + interval '1 hour', (a.today + 1)::timestamp AT TIME ZONE 'UTC'), jsonb_build_object('code', 'mail.tooManyToday',
      'params', jsonb_build_object('limit', a.most, 'address', g.to_address, 'since', COALESCE(a.delayed_since, now()))), true, a.today + 1, now()
    FROM g, around a, wanted WHERE NOT EXISTS (SELECT 1 FROM free)
    ON CONFLICT (key) DO UPDATE SET next_attempt_at = excluded.next_attempt_at, reason = excluded.reason, delayed_to = excluded.delayed_to,
      delayed_since = COALESCE(sends.delayed_since, excluded.delayed_since), tell_run = true, updated_at = now()
    WHERE sends.state = 'queued'
  ), kept AS (
    INSERT INTO messages (id, studio_id, brand_id, direction, send_id, client_id, subject_type, subject_id, message_id, from_address,
      to_addresses, subject, text, html, occurred_at)
    SELECT gen_random_uuid(), $1, g.brand_id, 'outgoing', taken.id, g.client_id, g.subject_type, g.subject_id, g.message_id, g.from_address,
      ARRAY[g.to_address], g.subject, g.text, g.html, now() FROM g, taken
    ON CONFLICT (studio_id, send_id) DO UPDATE SET subject = excluded.subject, text = excluded.text, html = excluded.html, occurred_at = now()
  ), before AS (${writeSteps('(SELECT run_id FROM g)', '$3::jsonb', 'EXISTS (SELECT 1 FROM taken)')}
  )
  SELECT attempts FROM taken`;
