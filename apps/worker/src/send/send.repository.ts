import type { Pool } from 'pg';
import { checked, ofStudio, storableJson, storableText } from '@cueline/database';
import { claimDoubtfulSql, claimDueSql, endQueuedSql, settledUntoldSql } from './claims.sql.js';
import {
  progressValues,
  writeProgress,
  writeSteps,
  type Progress,
  type StepRow,
} from '../activities/progress.repository.js';
import { isPaused, type DueSend, type OpenSend, type SendState, type Standing } from './open-send.sql.js';
import { given, identity, identityFrom, type SendRecord } from './send-record.sql.js';

export type { SendRecord, DueSend, OpenSend, SendState, Standing };

/** Longer than any SMTP time-out: past it nobody has the send in hand any more. */
const LEASE = `interval '20 seconds'`;
/** SQL: the send `$2` of the studio `$1`. */
const byKey = `key = $2 AND ${ofStudio()}`;
// The hand-over: from here on the server may have the mail. Only one that is new or queued may be taken; the message is kept as it leaves.
// A mail can't be called back, so no mail leaves after the answer that its run is paused or being stopped, although the run itself hears of that
// a moment later: it is queued instead, and what is queued waits as long as its run is paused. Nor does one leave that another run sends about the
// same event. One that would be too many for its address in a day is delayed to the next (`limits`), behind those that have a place on that day. Each
// claims its place in one row, so that of two at the same moment one has it.
// Rows are looked for as in `recordsSql`: a plan that was made while the tables were small must not read them whole.
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

const queueSql = `
  WITH ${given}
  INSERT INTO sends (${identity}, id, state, attempts, next_attempt_at, reason, tell_run)
  SELECT ${identityFrom}, gen_random_uuid(), 'queued', 1, now() + $3 * interval '1 second', $4, true FROM g
  ON CONFLICT (key) DO UPDATE SET state = 'queued', next_attempt_at = excluded.next_attempt_at, reason = excluded.reason, lease_until = NULL,
    handed_over_at = NULL, tell_run = true, updated_at = now(),
    attempts = CASE WHEN sends.state = 'queued' THEN sends.attempts + 1 ELSE sends.attempts END
  WHERE sends.state = 'queued' OR (sends.state = 'sending' AND sends.attempts = $5)`;

const endSql = `
  WITH ${given}
  INSERT INTO sends (${identity}, id, state, reason, smtp_reply, tell_run)
  SELECT ${identityFrom}, gen_random_uuid(), $3::send_state, $4, $5, false FROM g
  ON CONFLICT (key) DO UPDATE SET state = excluded.state, reason = excluded.reason, smtp_reply = excluded.smtp_reply, lease_until = NULL,
    next_attempt_at = NULL, updated_at = now()
  WHERE sends.state = 'queued' OR (sends.state = 'sending' AND sends.attempts = $6)`;

const acceptedSql = `UPDATE sends SET state = 'sent', smtp_reply = $3, sent_at = now(), lease_until = NULL, reason = NULL, updated_at = now()
    WHERE ${byKey} AND ${checked(`state IN ('sending', 'in_doubt')`)}`;
export const acceptedAndDoneSql = writeProgress(4, `accepted AS (${acceptedSql})`);

/** How much of one studio is taken at once, and studios of which nothing is; without it, whatever is there. */
export interface Share {
  readonly each?: number;
  readonly busy?: readonly string[];
}

/** The ledger's table: each statement moves a send from states in which that is right, and from no others. */
export class SendRepository {
  constructor(private readonly pool: Pool) {}

  async stateOf(key: string): Promise<Standing | undefined> {
    const { rows } = await this.pool.query<Standing>({
      name: 'send-state',
      text: 'SELECT state, reason FROM sends WHERE key = $1',
      values: [key],
    });
    return rows[0];
  }

  /**
   * @param before steps that are written in the same stroke
   * @returns the number of this hand-over; null when the mail must not leave: it has left, or is in other hands
   */
  async handOver(
    studioId: string,
    send: SendRecord,
    before: readonly StepRow[] = [],
  ): Promise<number | null> {
    const { rows } = await this.pool.query<{ attempts: number }>({
      name: 'hand-over',
      text: handOverSql,
      values: [studioId, storableJson(send), storableJson(before)],
    });
    return rows[0]?.attempts ?? null;
  }

  /** @param progress what the run comes to with this mail, written in the same stroke */
  async accepted(studioId: string, key: string, reply: string, progress?: Progress): Promise<void> {
    const values = [studioId, key, storableText(reply.slice(0, 1_000))];
    await this.pool.query(
      progress
        ? {
            name: 'accepted-and-done',
            text: acceptedAndDoneSql,
            values: [...values, ...progressValues(progress)],
          }
        : { name: 'send-accepted', text: acceptedSql, values },
    );
  }

  /**
   * To be tried again. An attempt speaks for a send that is new, queued, or handed over by that very attempt, and for no other's.
   * @param handOver the attempt's hand-over; null when it came to none
   */
  async queue(
    studioId: string,
    send: SendRecord,
    afterSeconds: number,
    reason: object,
    handOver: number | null,
  ): Promise<void> {
    const values = [studioId, storableJson(send), afterSeconds, storableJson(reason), handOver];
    await this.pool.query({ name: 'queue-send', text: queueSql, values });
  }

  /**
   * Refused for good, as `queue` with regard to other attempts. A message that did not leave is no correspondence.
   * @returns false when the send is in other hands
   */
  async refuse(
    studioId: string,
    send: SendRecord,
    reason: object,
    reply: string,
    handOver: number | null,
  ): Promise<boolean> {
    const values = [
      studioId,
      storableJson(send),
      'failed',
      storableJson(reason),
      storableText(reply),
      handOver,
    ];
    const { rowCount } = await this.pool.query({ name: 'end-send', text: endSql, values });
    if (rowCount === 0) return false;
    await this.#dropMessage(studioId, send.key);
    return true;
  }

  async endOpen({ studio_id, key }: OpenSend, state: 'failed' | 'suppressed', reason: object): Promise<void> {
    await this.pool.query({
      name: 'end-open-send',
      text: `UPDATE sends SET state = $3::send_state, reason = $4, lease_until = NULL, next_attempt_at = NULL, updated_at = now()
        WHERE ${byKey} AND state IN ('queued', 'sending', 'in_doubt')`,
      values: [studio_id, key, state, storableJson(reason)],
    });
    await this.#dropMessage(studio_id, key);
  }

  /** It cannot be written: nothing of it has left, unless somebody else has it in hand. */
  async endQueued({ studio_id, key }: OpenSend, reason: object): Promise<void> {
    const values = [studio_id, key, storableJson(reason)];
    await this.pool.query({ name: 'end-queued-send', text: endQueuedSql, values });
  }

  async #dropMessage(studioId: string, key: string): Promise<void> {
    await this.pool.query({
      name: 'drop-unsent-message',
      text: `DELETE FROM messages m USING sends s WHERE s.key = $2 AND ${ofStudio('s')} AND m.studio_id = s.studio_id AND m.send_id = s.id`,
      values: [studioId, key],
    });
  }

  /** The run waits for this send: it is told when the send is settled. */
  async leaveInDoubt(studioId: string, key: string, reason: object, handOver: number | null): Promise<void> {
    await this.pool.query({
      name: 'leave-in-doubt',
      text: `UPDATE sends SET lease_until = now(), tell_run = true, reason = $3, updated_at = now()
        WHERE ${byKey} AND state = 'sending' AND attempts = $4`,
      values: [studioId, key, storableJson(reason), handOver],
    });
  }

  async tellRun(studioId: string, key: string): Promise<void> {
    await this.pool.query({
      name: 'tell-run',
      text: `UPDATE sends SET tell_run = true WHERE ${byKey}`,
      values: [studioId, key],
    });
  }

  /** Takes sends whose fate nobody holds any more; each is someone's for a minute. */
  async claimDoubtful(limit: number, share: Share = {}): Promise<OpenSend[]> {
    const values = [limit, share.each ?? limit, share.busy ?? []];
    return (await this.pool.query<OpenSend>({ name: 'claim-doubtful', text: claimDoubtfulSql, values })).rows;
  }

  async inDoubt(studioId: string, key: string, reason: object): Promise<void> {
    await this.pool.query({
      name: 'send-in-doubt',
      text: `UPDATE sends SET state = 'in_doubt', reason = $3, tell_run = true, updated_at = now() WHERE ${byKey} AND state = 'sending'`,
      values: [studioId, key, storableJson(reason)],
    });
  }

  /** Surely not taken: it may be sent again, under the same Message-ID. */
  async requeue(studioId: string, key: string): Promise<void> {
    await this.pool.query({
      name: 'requeue-send',
      text: `UPDATE sends SET state = 'queued', next_attempt_at = now(), handed_over_at = NULL, lease_until = NULL, tell_run = true, updated_at = now()
        WHERE ${byKey} AND state IN ('sending', 'in_doubt')`,
      values: [studioId, key],
    });
  }

  /** What is due, and not held with its run; each is the caller's for a minute. */
  async claimDue(limit: number, share: Share = {}): Promise<DueSend[]> {
    const values = [limit, share.each ?? limit, share.busy ?? []];
    return (await this.pool.query<DueSend>({ name: 'claim-due', text: claimDueSql, values })).rows;
  }

  async settledUntold(
    limit: number,
    share: Share & { readonly but?: readonly string[] } = {},
  ): Promise<OpenSend[]> {
    const values = [limit, share.each ?? limit, share.busy ?? [], share.but ?? []];
    return (await this.pool.query<OpenSend>({ name: 'settled-untold', text: settledUntoldSql, values })).rows;
  }

  async told({ studio_id, key }: OpenSend): Promise<void> {
    await this.pool.query({
      name: 'run-told',
      text: `UPDATE sends SET tell_run = false WHERE ${byKey}`,
      values: [studio_id, key],
    });
  }

  /** The sends of one step that are not settled. */
  async openOfStep({ studio_id, run_id, step_id, visit }: OpenSend): Promise<number> {
    const { rows } = await this.pool.query<{ open: number }>({
      name: 'open-of-step',
      text: `SELECT count(*)::int AS open FROM sends WHERE run_id = $2 AND ${ofStudio()} AND step_id = $3 AND visit = $4
        AND state IN ('held', 'queued', 'sending', 'in_doubt')`,
      values: [studio_id, run_id, step_id, visit],
    });
    return rows[0]!.open;
  }
}
