import { reasonSql, reasonWith } from '../client/reason.sql.js';
import { integer, text } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { isPaused } from '../runs/conditions.sql.js';
import { steps, writeSteps } from '../runs/progress.sql.js';
import { isLimited } from './purposes.sql.js';
import { givenSend, identity, identityFrom, sendParam } from './send.sql.js';
import { may, stateAfter } from './states.sql.js';
import { suppressionOf } from './suppression-of.sql.js';

/** Longer than any SMTP time-out: past it nobody has the send in hand any more. */
const LEASE = `interval '20 seconds'`;

// Rows are looked for as in the record context: a plan that was made while the tables were small must not read them whole.

/** One row: whether the run is paused, the limit of the address, and what the ledger has of the mail already. */
const circumstances = `
  around AS (
    SELECT (${isPaused('r')}) IS TRUE AS is_paused, r.event_id, st.mails_per_contact_and_day AS most, lower(g."toAddress") AS address,
      g.day AS today, (x.counted_on = g.day OR x.state <> 'queued' OR x.released_at IS NOT NULL) IS TRUE AS counted,
      x.delayed_to, x.delayed_since, b.reason AS suppression
    FROM g JOIN LATERAL (SELECT * FROM studios y WHERE y.id = :studioId LIMIT 1) st ON true
      LEFT JOIN LATERAL (SELECT * FROM runs y WHERE y.id = g."runId" AND ${ofStudio('y')} LIMIT 1) r ON true
      LEFT JOIN LATERAL (SELECT * FROM sends y WHERE y.key = g.key LIMIT 1) x ON true
      LEFT JOIN LATERAL (${suppressionOf('g')}) b ON true
  )`;

/** A row in `wanted` where no other run has mailed this fact to the address by the template: the place is one row, so that of two at the same moment one has it. */
const factIsNew = `
  first AS (
    INSERT INTO mailed_facts (studio_id, event_id, template_id, address, run_id)
    SELECT :studioId, a.event_id, g."templateId", a.address, g."runId" FROM g, around a
    WHERE NOT a.is_paused AND a.suppression IS NULL AND ${isLimited('g')} AND a.event_id IS NOT NULL
    ON CONFLICT (studio_id, event_id, template_id, address) DO UPDATE SET run_id = excluded.run_id WHERE mailed_facts.run_id = excluded.run_id
    RETURNING 1
  ), wanted AS (
    SELECT 1 FROM g, around a WHERE NOT a.is_paused AND a.suppression IS NULL AND (NOT ${isLimited('g')} OR a.event_id IS NULL OR EXISTS (SELECT 1 FROM first))
  )`;

/**
 * A row in `free` where the address may have one more mail today, after those that have a place on this day; again the place is one row. A day has no more
 * places than the limit, so a mail that has one there need not look at the others: of two that leave at the same moment the later one would count the first twice,
 * as waiting in its own snapshot and as gone in the row that it waited for.
 */
const dayHasRoom = `
  ahead AS (
    SELECT count(q.id)::int AS mails FROM g, around a LEFT JOIN LATERAL (
      SELECT y.id FROM sends y WHERE lower(y.to_address) = a.address AND y.delayed_to = a.today AND y.state = 'queued' AND y.delayed_to IS NOT NULL
        AND ${ofStudio('y')} AND a.delayed_to IS DISTINCT FROM a.today) q ON true
  ), fits AS (
    INSERT INTO mails_of_day (studio_id, address, day, mails)
    SELECT :studioId, a.address, a.today, 1 FROM g, around a, ahead, wanted
    WHERE ${isLimited('g')} AND a.most IS NOT NULL AND NOT a.counted AND ahead.mails < a.most
    ON CONFLICT (studio_id, address) DO UPDATE SET day = excluded.day,
      mails = CASE WHEN mails_of_day.day = excluded.day THEN mails_of_day.mails + 1 ELSE 1 END
    WHERE mails_of_day.day <> excluded.day OR mails_of_day.mails + (SELECT mails FROM ahead) < (SELECT most FROM around)
    RETURNING 1
  ), free AS (
    SELECT a.today FROM g, around a, wanted WHERE NOT ${isLimited('g')} OR a.most IS NULL OR a.counted OR EXISTS (SELECT 1 FROM fits)
  )`;

/** Takes the mail in hand: a row in `taken`, unless it has left or is in other hands. */
const takeInHand = `
  taken AS (
    INSERT INTO sends (${identity}, id, state, attempts, lease_until, handed_over_at, counted_on)
    SELECT ${identityFrom}, gen_random_uuid(), ${stateAfter('handOver')}, 1, now() + ${LEASE}, now(), free.today FROM g, free
    ON CONFLICT (key) DO UPDATE SET state = ${stateAfter('handOver')}, attempts = sends.attempts + 1, lease_until = excluded.lease_until,
      handed_over_at = excluded.handed_over_at, counted_on = excluded.counted_on, next_attempt_at = NULL, delayed_to = NULL, over_limit = NULL, updated_at = now()
    WHERE ${may('handOver', 'sends')} RETURNING id, attempts
  )`;

/** Queues the mail of a paused run, which the ledger leaves until the run goes on. */
const waitForRun = `
  put_off AS (
    INSERT INTO sends (${identity}, id, state, attempts, next_attempt_at, reason, notify_run)
    SELECT ${identityFrom}, gen_random_uuid(), ${stateAfter('wait')}, 0, now(), ${reasonSql({ code: 'send.held' })}, true FROM g, around a WHERE a.is_paused
    ON CONFLICT (key) DO NOTHING
  )`;

/** Suppresses a mail that its address does not get, and one about a fact that was mailed already. */
const leaveOut = `
  left_out AS (
    INSERT INTO sends (${identity}, id, state, attempts, reason, ended_at)
    SELECT ${identityFrom}, gen_random_uuid(), ${stateAfter('leaveOut')}, 0, COALESCE(a.suppression, ${reasonSql({ code: 'mail.sameFact' })}::jsonb), now()
    FROM g, around a WHERE NOT a.is_paused AND NOT EXISTS (SELECT 1 FROM wanted)
    ON CONFLICT (key) DO UPDATE SET state = ${stateAfter('leaveOut')}, reason = excluded.reason, ended_at = now(), next_attempt_at = NULL, updated_at = now()
    WHERE ${may('leaveOut', 'sends')}
  )`;

/** Delays a mail that would be too many for its address to the next day. */
const waitForDay = `
  delayed AS (
    INSERT INTO sends (${identity}, id, state, attempts, next_attempt_at, reason, notify_run, delayed_to, delayed_since, over_limit)
    SELECT ${identityFrom}, gen_random_uuid(), ${stateAfter('wait')}, 0, GREATEST(now() + interval '1 hour', (a.today + 1)::timestamp AT TIME ZONE 'UTC'),
      ${reasonWith('mail.tooManyToday', `jsonb_build_object('limit', a.most, 'address', g."toAddress", 'since', COALESCE(a.delayed_since, now()))`)}, true, a.today + 1, now(), a.most
    FROM g, around a, wanted WHERE NOT EXISTS (SELECT 1 FROM free)
    ON CONFLICT (key) DO UPDATE SET next_attempt_at = excluded.next_attempt_at, reason = excluded.reason, delayed_to = excluded.delayed_to, over_limit = excluded.over_limit,
      delayed_since = COALESCE(sends.delayed_since, excluded.delayed_since), notify_run = true, updated_at = now()
    WHERE ${may('wait', 'sends')}
  )`;

/** Keeps the message as it leaves, and whose correspondence it is. */
const keepMessage = `
  kept AS (
    INSERT INTO messages (id, studio_id, brand_id, direction, send_id, client_id, subject_type, subject_id, message_id, from_address,
      to_addresses, subject, text, html, occurred_at)
    SELECT gen_random_uuid(), :studioId, g."brandId", 'outgoing', taken.id, g."clientId", g."subjectType", g."subjectId", g."messageId", g."fromAddress",
      ARRAY[g."toAddress"], g.subject, g.text, g.html, now() FROM g, taken
    ON CONFLICT (studio_id, send_id) DO UPDATE SET subject = excluded.subject, text = excluded.text, html = excluded.html, occurred_at = now()
    RETURNING id
  ), linked AS (
    INSERT INTO message_links (studio_id, record_id, message_id)
    SELECT :studioId, l.id::uuid, kept.id FROM g, kept, jsonb_array_elements_text(g.links) l(id) ON CONFLICT DO NOTHING
  )`;

/** Writes the steps that led to the mail, so that a worker that dies now goes the same way again. */
const writeWay = `
  before AS (${writeSteps('(SELECT "runId" FROM g)', 'EXISTS (SELECT 1 FROM taken)')}
  )`;

const parts = [
  givenSend,
  circumstances,
  factIsNew,
  dayHasRoom,
  takeInHand,
  waitForRun,
  leaveOut,
  waitForDay,
  keepMessage,
  writeWay,
];

/**
 * From here on the server may have the mail. It cannot be called back, so none leaves after the answer that its run is paused or stopped, although the run itself
 * hears of that a moment later; nor one that its address does not get (`suppressions`), nor one about a fact that another run mailed, nor one too many for its
 * address. No row: the mail must not leave.
 * @param recipient the address, as the list of suppressions spells it
 */
export const handOver = statement({
  name: 'hand-over',
  params: { studioId: text, send: sendParam, recipient: text, steps },
  row: {
    /** The number of this hand-over. */
    attempts: integer,
  },
  sql: `
  WITH ${parts.join(', ')}
  SELECT attempts FROM taken`,
});
