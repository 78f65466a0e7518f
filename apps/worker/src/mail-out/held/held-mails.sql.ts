import { ofStudio } from '@cueline/database';
import { given, identity, identityFrom } from '../queue/send-record.sql.js';

/** Why mails are held, and with which others one is let go. */
export interface Hold {
  /** Mails of a group are let go together: `account:platform`, `first-contacts`, ... */
  readonly group: string;
  /** The kind of reason, for programs: `account`, `limit`, `firstContacts`, ... */
  readonly cause: string;
  /** { code, params }, as the run's step says it. */
  readonly reason: { readonly code: string; readonly params: object };
  /** Seconds until one of the group's mails is tried; null where a person or another rule lets the group go. */
  readonly probeAfter: number | null;
  /** Seconds of the first pause between two tries; each is twice the one before, up to an hour. */
  readonly probeEvery?: number;
  /** It may be this mail alone: one that is held again although its group went on waits by itself, and after some tries for a person. */
  readonly perhapsOneMail?: boolean;
}

/** How a mail gets into its group. `found`: this mail showed the reason. `probed`: it was the one that was tried. `joins`: the group is held already. */
export type HoldBy = 'found' | 'probed' | 'joins';

/** A group that is held now. */
export interface OpenHold {
  readonly studio_id: string;
  readonly hold_group: string;
  readonly cause: string;
  readonly reason: Hold['reason'];
}

const ALONE = `'mail:' || g.key`;
const ALONE_SECONDS = 900;
/** SQL: of a group that may be held for one mail's sake, here comes the first other one that can be tried. */
const isFirstOther = `(h."perhapsOneMail" AND m.probes > 0 AND (SELECT count(*) FROM sends s WHERE s.studio_id = $1 AND s.hold_group = h."group" AND s.state = 'held') <= 1)`;

/** `$2` SendRecord, `$3` Hold, `$4` HoldBy, `$5` number of the hand-over or null. A mail that has left, or is in other hands, is not held. */
export const holdSql = `
  WITH ${given}, said AS (
    SELECT * FROM jsonb_to_record($3::jsonb) AS h("group" text, cause text, reason jsonb, "probeAfter" float8, "probeEvery" float8, "perhapsOneMail" boolean)
  ), alone AS (
    SELECT 1 FROM g, said JOIN sends x ON x.key = (SELECT key FROM g) LEFT JOIN mail_holds m ON m.studio_id = x.studio_id AND m.hold_group = x.hold_group
    WHERE $4 <> 'joins' AND said."perhapsOneMail" AND x.studio_id = $1
      AND (x.hold_group = ${ALONE} OR (m.hold_group = said."group" AND m.cleared_at > x.held_at AND m.cleared_by IS NULL))
  ), h AS (
    SELECT CASE WHEN EXISTS (SELECT 1 FROM alone) THEN ${ALONE} ELSE said."group" END AS "group", cause, reason, "probeEvery", "perhapsOneMail",
      CASE WHEN EXISTS (SELECT 1 FROM alone) THEN ${ALONE_SECONDS} ELSE "probeAfter" END AS "probeAfter" FROM g, said
  ), held AS (
    INSERT INTO sends (${identity}, id, state, attempts, reason, tell_run, hold_group, held_at)
    SELECT ${identityFrom}, gen_random_uuid(), 'held', 0, h.reason, true, h."group", now() FROM g, h
    ON CONFLICT (key) DO UPDATE SET state = 'held', reason = excluded.reason, hold_group = excluded.hold_group, held_at = now(), tell_run = true,
      next_attempt_at = NULL, lease_until = NULL, handed_over_at = NULL, delayed_to = NULL, updated_at = now()
    WHERE sends.state = 'queued' OR (sends.state = 'sending' AND sends.attempts = $5)
    RETURNING sends.id, sends.run_id, sends.step_id, sends.visit
  ), step AS (
    UPDATE run_steps s SET reason = h.reason FROM held, h
    WHERE s.run_id = held.run_id AND s.step_id = held.step_id AND s.visit = held.visit AND ${ofStudio('s')} AND s.status = 'waiting'
  ), message AS (
    DELETE FROM messages m USING held WHERE m.send_id = held.id AND ${ofStudio('m')}
  ), joined AS (
    UPDATE mail_holds m SET is_drained = false, next_probe_at = CASE WHEN ${isFirstOther} THEN LEAST(m.next_probe_at, now() + interval '15 seconds') ELSE m.next_probe_at END
    FROM h WHERE $4 = 'joins' AND m.studio_id = $1 AND m.hold_group = h."group" AND (m.is_drained OR ${isFirstOther})
  ), opened AS (
    INSERT INTO mail_holds AS m (studio_id, hold_group, cause, reason, next_probe_at)
    SELECT $1, h."group", h.cause, h.reason, now() + h."probeAfter" * interval '1 second' FROM h, held WHERE $4 <> 'joins'
    ON CONFLICT (studio_id, hold_group) DO UPDATE SET cause = excluded.cause, reason = excluded.reason, is_drained = false,
      since = CASE WHEN m.cleared_at IS NULL THEN m.since ELSE now() END,
      probes = CASE WHEN m.cleared_at IS NOT NULL THEN 0 WHEN $4 = 'probed' THEN m.probes + 1 ELSE m.probes END,
      next_probe_at = CASE WHEN m.cleared_at IS NOT NULL THEN excluded.next_probe_at WHEN $4 <> 'probed' THEN m.next_probe_at
        WHEN excluded.next_probe_at IS NULL OR (m.probes >= 3 AND EXISTS (SELECT 1 FROM alone)) THEN NULL
        ELSE now() + LEAST(3600, (SELECT h."probeEvery" FROM h) * 2 ^ LEAST(m.probes, 12)) * interval '1 second' END,
      told_at = CASE WHEN m.cleared_at IS NULL OR m.told_at > now() - interval '1 day' THEN m.told_at END,
      cleared_at = NULL, cleared_by = NULL
  )
  SELECT 1 FROM held`;

/** A group's mails are let go by the sweep, so that one that joins at this moment is let go as well. */
export const clearHoldSql = `
  UPDATE mail_holds SET cleared_at = now(), cleared_by = NULL, is_drained = false
  WHERE studio_id = $1 AND hold_group = $2 AND cleared_at IS NULL`;

/** A group that holds nothing any more: there is nothing to try. */
export const clearEmptySql = `
  UPDATE mail_holds h SET cleared_at = now(), cleared_by = NULL, is_drained = false WHERE h.studio_id = $1 AND h.hold_group = $2 AND h.cleared_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND s.state = 'held')`;

/** The groups whose mails must not be tried. */
export const openHoldsSql = `
  SELECT studio_id::text, hold_group, cause, reason FROM mail_holds WHERE cleared_at IS NULL AND next_probe_at IS NOT NULL`;

/** Groups of which one mail is due to be tried; each is the caller's for a minute. */
export const claimProbesSql = `
  UPDATE mail_holds SET next_probe_at = now() + interval '1 minute' WHERE (studio_id, hold_group) IN (
    SELECT studio_id, hold_group FROM mail_holds WHERE cleared_at IS NULL AND next_probe_at <= now()
    ORDER BY next_probe_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING studio_id::text, hold_group, cause, reason`;

/** Takes the mail of a group that has not been tried for longest. @param columns of `OpenSend` @param isPaused SQL on a run */
export const takeProbeSql = (columns: string, isPaused: (run: string) => string): string => `
  UPDATE sends SET state = 'queued', next_attempt_at = now() + interval '1 minute', updated_at = now() WHERE id = (
    SELECT id FROM sends x WHERE studio_id = $1 AND hold_group = $2 AND state = 'held'
      AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.studio_id = x.studio_id AND r.id = x.run_id AND ${isPaused('r')})
    ORDER BY held_at, created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING ${columns}, now() AS tried_since`;

/** The earliest first, a little apart. What a person let go, no rule holds and no limit delays again. */
export const letGoSql = `
  WITH due AS (
    SELECT x.id, h.cleared_by IS NOT NULL AS by_person, row_number() OVER (ORDER BY x.created_at, x.id) AS place
    FROM mail_holds h JOIN LATERAL (
      SELECT id, created_at FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND s.state = 'held'
      ORDER BY created_at, id LIMIT $1 FOR UPDATE SKIP LOCKED) x ON true
    WHERE h.cleared_at IS NOT NULL AND NOT h.is_drained
  )
  UPDATE sends SET state = 'queued', next_attempt_at = now() + due.place * interval '20 milliseconds', tried_since = now(), attempts = 0,
    released_at = CASE WHEN due.by_person THEN now() ELSE sends.released_at END, reason = '{"code": "send.released"}', updated_at = now()
  FROM due WHERE sends.id = due.id`;

export const drainedSql = `
  UPDATE mail_holds h SET is_drained = true WHERE h.cleared_at IS NOT NULL AND NOT h.is_drained
    AND NOT EXISTS (SELECT 1 FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND s.state = 'held')`;

/** Held mails of runs that are over: there is nobody to write for. */
export const endHeldSql = `
  UPDATE sends SET state = 'suppressed', reason = '{"code": "run.ended"}', updated_at = now() WHERE id IN (
    SELECT s.id FROM mail_holds h JOIN sends s ON s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND s.state = 'held'
      JOIN runs r ON r.studio_id = s.studio_id AND r.id = s.run_id AND r.ended_at IS NOT NULL
    WHERE h.cleared_at IS NULL LIMIT $1)`;
