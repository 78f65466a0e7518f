import type { Reason } from '@cueline/workflows';
import { bool, bytes, instant, integer, json, oneOf, text, type RowOf } from '../client/columns.js';
import { checked, ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { askForSentCopy } from '../mail/commands/sent-copy.sql.js';
import { progressStatement } from '../runs/progress.sql.js';
import { byKey, givenSend, identity, identityFrom, sendParam, type SendReason } from './send.sql.js';
import { isOpen, may, stateAfter, type SendState } from './states.sql.js';

const send = { studioId: text, key: text };
const reason = json<Reason>();

const status = {
  state: oneOf<SendState>(),
  reason: json<SendReason>().orNull,
  /** It waits for a later day by the limit of its address, or for a place by those of its account. */
  isDelayed: bool,
  /** The limit that it is over, while its place on a later day is still to be found. */
  overLimit: integer.orNull,
  delayedSince: instant.orNull,
};
/** The status of a send, and its reason. */
export type SendStatus = RowOf<typeof status>;

export const sendState = statement({
  name: 'send-state',
  params: { key: text },
  row: status,
  sql: `
  SELECT state, reason, (state = 'queued' AND ((delayed_to IS NOT NULL AND released_at IS NULL) OR limited_until > now())) AS is_delayed,
    CASE WHEN state = 'queued' THEN over_limit END AS over_limit, delayed_since
  FROM sends WHERE key = :key`,
});

const accepted = { ...send, reply: text, providerMessageId: text.orNull, copy: bytes.orNull };
const acceptedSql = `UPDATE sends SET state = ${stateAfter('accept')}, smtp_reply = :reply, provider_message_id = :providerMessageId, sent_at = now(), lease_until = NULL,
    reason = NULL, updated_at = now()
    WHERE ${byKey} AND ${checked(may('accept'))} RETURNING id, studio_id, brand_id, message_id`;

export const sendAccepted = statement({
  name: 'send-accepted',
  params: accepted,
  sql: `WITH accepted AS (${acceptedSql})${askForSentCopy('accepted')}`,
});

/** The same, with what the run comes to. */
export const acceptedAndDone = progressStatement(
  'accepted-and-done',
  { key: text, reply: text, providerMessageId: text.orNull, copy: bytes.orNull },
  `accepted AS (${acceptedSql}), filed AS (${askForSentCopy('accepted')})`,
);

/** Refused for good. @see transitions.refuse */
export const refuseSend = statement({
  name: 'refuse-send',
  params: { studioId: text, send: sendParam, reason, reply: text, handOver: integer.orNull },
  row: { id: text },
  sql: `
  WITH ${givenSend}
  INSERT INTO sends (${identity}, id, state, reason, smtp_reply, ended_at, notify_run)
  SELECT ${identityFrom}, gen_random_uuid(), ${stateAfter('refuse')}, :reason, :reply, now(), false FROM g
  ON CONFLICT (key) DO UPDATE SET state = excluded.state, reason = excluded.reason, smtp_reply = excluded.smtp_reply, ended_at = now(), lease_until = NULL,
    next_attempt_at = NULL, updated_at = now()
  WHERE ${may('refuse', 'sends')} RETURNING sends.id::text`,
});

export const endOpenSend = statement({
  name: 'end-open-send',
  params: { ...send, state: oneOf<'failed' | 'suppressed'>(), reason },
  sql: `
  UPDATE sends SET state = :state::send_state, reason = :reason, ended_at = now(), lease_until = NULL, next_attempt_at = NULL, updated_at = now()
  WHERE ${byKey} AND ${may('end')}`,
});

export const endQueuedSend = statement({
  name: 'end-queued-send',
  params: { ...send, reason },
  sql: `
  UPDATE sends SET state = ${stateAfter('endQueued')}, reason = :reason, ended_at = now(), next_attempt_at = NULL, notify_run = true, updated_at = now()
  WHERE ${byKey} AND ${may('endQueued')}`,
});

/** A message that did not leave is no correspondence. */
export const dropMessage = statement({
  name: 'drop-unsent-message',
  params: send,
  sql: `
  DELETE FROM messages m USING sends s WHERE s.key = :key AND ${ofStudio('s')} AND m.studio_id = s.studio_id AND m.send_id = s.id`,
});

/** Its mail lies, or lay, in the Sent folder of a mailbox of the studio: its provider took it. That it does not says nothing. */
export const lyingInSent = statement({
  name: 'send-lying-in-sent',
  params: send,
  row: { isThere: bool },
  sql: `
  SELECT EXISTS (
    SELECT FROM sends s
      JOIN messages m ON m.studio_id = s.studio_id AND m.message_id = s.message_id
      JOIN placements p ON p.studio_id = m.studio_id AND p.mailbox_id = m.mailbox_id AND p.sha256 = m.sha256
      JOIN mail_folders f ON f.studio_id = p.studio_id AND f.id = p.folder_id AND f.role = 'sent'
    WHERE s.key = :key AND ${ofStudio('s')}) AS is_there`,
});

/** Nobody holds the mail of this attempt any more: its fate is to be found out. */
export const leaveInDoubt = statement({
  name: 'leave-in-doubt',
  params: { ...send, reason, reply: text, handOver: integer.orNull },
  sql: `
  UPDATE sends SET lease_until = now(), notify_run = true, reason = :reason, smtp_reply = :reply, updated_at = now()
  WHERE ${byKey} AND state = 'sending' AND attempts = :handOver`,
});

export const sendInDoubt = statement({
  name: 'send-in-doubt',
  params: { ...send, reason },
  sql: `
  UPDATE sends SET state = ${stateAfter('doubt')}, reason = :reason, in_doubt_at = now(), notify_run = true, updated_at = now() WHERE ${byKey} AND ${may('doubt')}`,
});

export const notifyRun = statement({
  name: 'notify-run',
  params: send,
  sql: `UPDATE sends SET notify_run = true WHERE ${byKey}`,
});

export const runNotified = statement({
  name: 'run-notified',
  params: send,
  sql: `UPDATE sends SET notify_run = false WHERE ${byKey}`,
});

/** The sends of one step that are not settled. */
export const openOfStep = statement({
  name: 'open-sends-of-step',
  params: { studioId: text, runId: text.orNull, stepId: text.orNull, visit: integer.orNull },
  row: { open: integer },
  sql: `
  SELECT count(*)::int AS open FROM sends WHERE run_id = :runId AND ${ofStudio()} AND step_id = :stepId AND visit = :visit AND ${isOpen()}`,
});
