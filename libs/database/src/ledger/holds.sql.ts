import type { Reason } from '@cueline/workflows';
import { reasonSql } from '../client/reason.sql.js';
import { integer, json, oneOf, text, texts, type RowOf } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import type { SenderKind } from '../generated/client.js';
import { explainStep, isPaused } from '../runs/conditions.sql.js';
import { groupsOfAccount } from './account-groups.sql.js';
import { isLate, isOfRule } from './late-mails.sql.js';
import {
  dueColumns,
  dueSend,
  givenSend,
  identity,
  identityFrom,
  openColumns,
  sendParam,
} from './send.sql.js';
import { isIn, may, stateAfter } from './states.sql.js';

/** Why mails are held, and with which others one is let go. */
export interface Hold {
  /** Mails of a group are let go together: `account:platform`, `first-contacts`, ... */
  readonly group: string;
  /** The kind of reason, for programs: `account`, `limit`, `firstContacts`, ... */
  readonly cause: string;
  /** { code, params }, as the run's step says it. */
  readonly reason: Reason;
  /** Seconds until one of the group's mails is tried; null where a person or another rule lets the group go. */
  readonly probeAfter: number | null;
  /** Seconds of the first pause between two tries; each is twice the one before, up to an hour. */
  readonly probeEvery?: number;
  /** It may be this mail alone: one that is held again although its group went on waits by itself, and after some tries for a person. */
  readonly perhapsOneMail?: boolean;
}

/** How a mail gets into its group. `found`: this mail showed the reason. `probed`: it was the one that was tried. `joins`: the group is held already. */
export type HoldBy = 'found' | 'probed' | 'joins';

const openHold = { studioId: text, holdGroup: text, cause: text, reason: json<Reason>() };
/** A group that is held now. */
export type OpenHold = RowOf<typeof openHold>;

/** SQL: the settings of the group's account were changed after its owners were notified. */
const isRepaired = `EXISTS (SELECT 1 FROM smtp_accounts a WHERE a.studio_id = m.studio_id AND m.hold_group = ${groupsOfAccount.held('a')} AND a.updated_at > m.notified_at)`;

/** SQL of how many mails a group holds. @param hold alias of a row of `mail_holds` */
export const mailsHeld = (hold: string, group = `${hold}.hold_group`): string =>
  `(SELECT count(*)::int FROM sends s WHERE s.studio_id = ${hold}.studio_id AND s.hold_group = ${group} AND ${isIn(['held'], 's')})`;

const ALONE = `'mail:' || g.key`;
const ALONE_SECONDS = 900;
/** SQL: of a group that may be held for one mail's sake, here comes the first other one that can be tried. */
const isFirstOther = `(h."perhapsOneMail" AND m.probes > 0 AND ${mailsHeld('m', 'h."group"')} <= 1)`;

/** Holds a mail that is new, queued, or handed over by this very attempt. One that has left, or is in other hands, is not held. */
export const holdSend = statement({
  name: 'hold-send',
  params: {
    studioId: text,
    send: sendParam,
    hold: json<Hold>(),
    by: oneOf<HoldBy>(),
    handOver: integer.orNull,
  },
  sql: `
  WITH ${givenSend}, said AS (
    SELECT * FROM jsonb_to_record(:hold::jsonb) AS h("group" text, cause text, reason jsonb, "probeAfter" float8, "probeEvery" float8, "perhapsOneMail" boolean)
  ), alone AS (
    SELECT 1 FROM g, said JOIN sends x ON x.key = (SELECT key FROM g) LEFT JOIN mail_holds m ON m.studio_id = x.studio_id AND m.hold_group = x.hold_group
    WHERE :by <> 'joins' AND said."perhapsOneMail" AND x.studio_id = :studioId
      AND (x.hold_group = ${ALONE} OR (m.hold_group = said."group" AND m.cleared_at > x.held_at AND m.cleared_by IS NULL))
  ), h AS (
    SELECT CASE WHEN EXISTS (SELECT 1 FROM alone) THEN ${ALONE} ELSE said."group" END AS "group", cause, reason, "probeEvery", "perhapsOneMail",
      CASE WHEN EXISTS (SELECT 1 FROM alone) THEN ${ALONE_SECONDS} ELSE "probeAfter" END AS "probeAfter" FROM g, said
  ), held AS (
    INSERT INTO sends (${identity}, id, state, attempts, reason, notify_run, hold_group, held_at, first_held_at)
    SELECT ${identityFrom}, gen_random_uuid(), ${stateAfter('hold')}, 0, h.reason, true, h."group", now(), now() FROM g, h
    ON CONFLICT (key) DO UPDATE SET state = ${stateAfter('hold')}, reason = excluded.reason, hold_group = excluded.hold_group, held_at = now(), first_held_at = COALESCE(sends.first_held_at, now()), notify_run = true,
      next_attempt_at = NULL, lease_until = NULL, handed_over_at = NULL, delayed_to = NULL, over_limit = NULL, updated_at = now()
    WHERE ${may('hold', 'sends')}
    RETURNING sends.id, sends.run_id, sends.step_id, sends.visit
  ), step AS (${explainStep('held', 'h.reason', { from: 'held, h' })}
  ), message AS (
    DELETE FROM messages m USING held WHERE m.send_id = held.id AND ${ofStudio('m')}
  ), joined AS (
    UPDATE mail_holds m SET is_drained = false, next_probe_at = CASE WHEN ${isFirstOther} THEN LEAST(m.next_probe_at, now() + interval '15 seconds') ELSE m.next_probe_at END
    FROM h WHERE :by = 'joins' AND m.studio_id = :studioId AND m.hold_group = h."group" AND (m.is_drained OR ${isFirstOther})
  ), opened AS (
    INSERT INTO mail_holds AS m (studio_id, hold_group, cause, reason, next_probe_at)
    SELECT :studioId, h."group", h.cause, h.reason, now() + h."probeAfter" * interval '1 second' FROM h, held WHERE :by <> 'joins'
    ON CONFLICT (studio_id, hold_group) DO UPDATE SET cause = excluded.cause, reason = excluded.reason, is_drained = false,
      since = CASE WHEN m.cleared_at IS NULL THEN m.since ELSE now() END,
      probes = CASE WHEN m.cleared_at IS NOT NULL THEN 0 WHEN :by = 'probed' THEN m.probes + 1 ELSE m.probes END,
      next_probe_at = CASE WHEN m.cleared_at IS NOT NULL THEN excluded.next_probe_at WHEN :by <> 'probed' THEN m.next_probe_at
        WHEN excluded.next_probe_at IS NULL OR (m.probes >= 3 AND EXISTS (SELECT 1 FROM alone)) THEN NULL
        ELSE now() + LEAST(3600, (SELECT h."probeEvery" FROM h) * 2 ^ LEAST(m.probes, 12)) * interval '1 second' END,
      notified_at = CASE WHEN m.cleared_at IS NULL OR (m.notified_at > now() - interval '1 day' AND NOT ${isRepaired}) THEN m.notified_at END,
      cleared_at = NULL, cleared_by = NULL
  )
  SELECT 1 FROM held`,
});

const group = { studioId: text, holdGroup: text };
const isGroup = 'studio_id = :studioId AND hold_group = :holdGroup AND cleared_at IS NULL';
const isEmpty = `NOT EXISTS (SELECT 1 FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND ${isIn(['held'], 's')})`;

/** A group's mails are let go by the sweep, so that one that joins at this moment is let go as well. */
export const clearHold = statement({
  name: 'clear-hold',
  params: group,
  sql: `UPDATE mail_holds SET cleared_at = now(), cleared_by = NULL, is_drained = false WHERE ${isGroup}`,
});

/** A group that holds nothing any more: there is nothing to try. */
export const clearEmptyHold = statement({
  name: 'clear-empty-hold',
  params: group,
  sql: `UPDATE mail_holds h SET cleared_at = now(), cleared_by = NULL, is_drained = false WHERE ${isGroup} AND ${isEmpty}`,
});

/** The groups whose mails must not be tried. */
export const openHolds = statement({
  name: 'open-holds',
  row: openHold,
  sql: `SELECT studio_id::text, hold_group, cause, reason FROM mail_holds WHERE cleared_at IS NULL AND next_probe_at IS NOT NULL`,
});

/** Groups of which one mail is due to be tried; each is the caller's for a minute. */
export const claimProbes = statement({
  name: 'claim-probes',
  params: { limit: integer },
  row: openHold,
  sql: `
  UPDATE mail_holds SET next_probe_at = now() + interval '1 minute' WHERE (studio_id, hold_group) IN (
    SELECT studio_id, hold_group FROM mail_holds WHERE cleared_at IS NULL AND next_probe_at <= now()
    ORDER BY next_probe_at LIMIT :limit FOR UPDATE SKIP LOCKED)
  RETURNING studio_id::text, hold_group, cause, reason`,
});

/** Takes the mail of a group that has not been tried for longest, but none that is late. */
export const takeProbe = statement({
  name: 'take-probe',
  params: group,
  row: dueSend,
  sql: `
  UPDATE sends SET state = ${stateAfter('letGo')}, next_attempt_at = now() + interval '1 minute', updated_at = now() WHERE id = (
    SELECT id FROM sends x WHERE studio_id = :studioId AND hold_group = :holdGroup AND ${may('letGo', 'x')} AND NOT ${isLate('x', 'x.studio_id')}
      AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.studio_id = x.studio_id AND r.id = x.run_id AND ${isPaused('r')})
    ORDER BY held_at, created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING ${openColumns}, ${dueColumns('now()')}`,
});

const heldSender = {
  kind: oneOf<SenderKind>(),
  id: text.orNull,
  accountId: text.orNull,
  accountRevision: integer.orNull,
};
/** The sender of a brand, as a mail of it would be sent now. */
export type HeldSender = RowOf<typeof heldSender>;

export const senderOfHeld = statement({
  name: 'sender-of-held',
  params: group,
  row: heldSender,
  sql: `
  SELECT COALESCE(s.kind, 'platform') AS kind, s.id::text, s.account_id::text, a.revision AS account_revision
  FROM sends x LEFT JOIN senders s ON s.studio_id = x.studio_id AND s.brand_id = x.brand_id AND s.is_default
    LEFT JOIN smtp_accounts a ON a.studio_id = s.studio_id AND a.id = s.account_id
  WHERE x.studio_id = :studioId AND x.hold_group = :holdGroup AND ${isIn(['held'], 'x')} ORDER BY x.created_at, x.id LIMIT 1`,
});

export const putOffProbe = statement({
  name: 'put-off-probe',
  params: group,
  sql: `
  UPDATE mail_holds SET probes = probes + 1, next_probe_at = now() + LEAST(3600, 15 * 2 ^ LEAST(probes, 12)) * interval '1 second'
  WHERE ${isGroup} AND next_probe_at IS NOT NULL`,
});

/** Lets the mails of cleared groups go, the earliest first, a little apart. What a person let go, no rule holds and no limit delays again. */
export const letGo = statement({
  name: 'let-go',
  params: { limit: integer },
  sql: `
  WITH due AS (
    SELECT x.id, h.cleared_by IS NOT NULL AS by_person, row_number() OVER (ORDER BY x.created_at, x.id) AS place
    FROM mail_holds h JOIN LATERAL (
      SELECT id, created_at FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND ${may('letGo', 's')}
        AND NOT (${isOfRule('h')} AND ${isLate('s', 'h.studio_id')})
      ORDER BY created_at, id LIMIT :limit FOR UPDATE SKIP LOCKED) x ON true
    WHERE h.cleared_at IS NOT NULL AND NOT h.is_drained
  )
  UPDATE sends SET state = ${stateAfter('letGo')}, next_attempt_at = now() + due.place * interval '20 milliseconds', tried_since = now(), attempts = 0,
    released_at = CASE WHEN due.by_person THEN now() ELSE sends.released_at END, first_held_at = CASE WHEN due.by_person THEN NULL ELSE sends.first_held_at END, reason = ${reasonSql({ code: 'send.released' })}, updated_at = now()
  FROM due WHERE sends.id = due.id`,
});

export const drainHolds = statement({
  name: 'drained-holds',
  sql: `UPDATE mail_holds h SET is_drained = true WHERE h.cleared_at IS NOT NULL AND NOT h.is_drained AND ${isEmpty}`,
});

/** Held mails of runs that are over: there is nobody to write for. */
export const endHeld = statement({
  name: 'end-held',
  params: { limit: integer },
  sql: `
  UPDATE sends SET state = ${stateAfter('dropHeld')}, reason = ${reasonSql({ code: 'run.ended' })}, ended_at = now(), updated_at = now() WHERE id IN (
    SELECT s.id FROM mail_holds h JOIN sends s ON s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND ${may('dropHeld', 's')}
      JOIN runs r ON r.studio_id = s.studio_id AND r.id = s.run_id AND r.ended_at IS NOT NULL
    WHERE h.cleared_at IS NULL LIMIT :limit)`,
});

const unnoticed = {
  studioId: text,
  holdGroup: text,
  reason: json<Reason>(),
  studioName: text,
  /** Of the brand's own account whose mails are held; null where it is another matter. */
  address: text.orNull,
  /** The account that has to be repaired. */
  accountId: text.orNull,
  mails: integer,
  owners: texts,
};
/** What mails are held for of which the studio's owners are to be notified: each once, unless the notice does not leave. */
export type UnnoticedHold = RowOf<typeof unnoticed>;

/**
 * Claims holds that have lasted a minute; what is claimed counts as notified until it is given back. While the platform's own account is in trouble nobody can be
 * notified by mail.
 */
export const claimUnnoticed = statement({
  name: 'claim-unnotified-holds',
  params: { limit: integer },
  row: unnoticed,
  sql: `
  UPDATE mail_holds h SET notified_at = now() FROM studios st WHERE st.id = h.studio_id AND (h.studio_id, h.hold_group) IN (
    SELECT x.studio_id, x.hold_group FROM mail_holds x
    WHERE x.cleared_at IS NULL AND x.cause IN ('account', 'firstContacts', 'late') AND x.hold_group <> 'account:platform' AND x.notified_at IS NULL AND x.since < now() - interval '1 minute'
      AND NOT EXISTS (SELECT 1 FROM mail_holds p WHERE p.studio_id = x.studio_id AND p.hold_group = 'account:platform' AND p.cleared_at IS NULL)
    ORDER BY x.since LIMIT :limit FOR UPDATE SKIP LOCKED)
  RETURNING h.studio_id::text, h.hold_group, h.reason, st.name AS studio_name, ${mailsHeld('h')} AS mails,
    (SELECT s.address FROM senders s WHERE s.studio_id = h.studio_id AND s.account_id IS NOT NULL AND h.hold_group IN (${groupsOfAccount.held('s', 'account_id')}, ${groupsOfAccount.late('s', 'account_id')})
      ORDER BY s.created_at LIMIT 1) AS address,
    (SELECT a.id::text FROM smtp_accounts a WHERE a.studio_id = h.studio_id AND h.hold_group = ${groupsOfAccount.held('a')}) AS account_id,
    ARRAY(SELECT u.email FROM members m JOIN users u ON u.id = m.user_id WHERE m.studio_id = h.studio_id AND m.role = 'owner' ORDER BY m.created_at, m.id) AS owners`,
});

export const giveNoticeBack = statement({
  name: 'reopen-hold-notice',
  params: group,
  sql: `UPDATE mail_holds SET notified_at = NULL WHERE ${isGroup}`,
});
