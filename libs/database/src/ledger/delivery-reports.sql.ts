import type { Reason } from '@cueline/workflows';
import { bool, instant, integer, json, oneOf, text, texts, type RowOf } from '../client/columns.js';
import { statement } from '../client/statement.js';
import { isAwaited } from './purposes.sql.js';
import { isIn, may, stateAfter, transitions, type SendState } from './states.sql.js';

const found = {
  id: text,
  key: text,
  state: oneOf<SendState>(),
  toAddress: text,
  /** The message as it left; its reports are events about it. */
  messageRowId: text.orNull,
};
/** A mail that a report may be about. */
export type ReportedSend = RowOf<typeof found>;
const columns = 's.id::text, s.key, s.state, s.to_address, m.id::text AS message_row_id';
/** What a server has had. */
const left = ['sending', 'in_doubt', 'sent', 'bounced'] as const satisfies readonly SendState[];

/** By what the mail is called: by us, or by the provider, with or without its angle brackets. */
export const sendsByMessageId = statement({
  name: 'reported-by-message-id',
  params: { studioId: text, messageIds: texts },
  row: found,
  sql: `
  SELECT ${columns} FROM messages m JOIN sends s ON s.studio_id = m.studio_id AND s.id = m.send_id
  WHERE m.studio_id = :studioId::uuid AND m.message_id = ANY(:messageIds::text[]) AND m.direction = 'outgoing' AND ${isIn(left, 's')}
  UNION
  SELECT ${columns} FROM sends s LEFT JOIN messages m ON m.studio_id = s.studio_id AND m.send_id = s.id
  WHERE s.studio_id = :studioId::uuid AND s.provider_message_id IS NOT NULL AND s.provider_message_id = ANY(:messageIds::text[]) AND ${isIn(left, 's')}
  LIMIT 20`,
});

/** By what their return paths say: the beginning of a mail's key. */
export const sendsByReturnPath = statement({
  name: 'reported-by-return-path',
  params: { studioId: text, keys: texts },
  row: found,
  sql: `
  SELECT ${columns} FROM unnest(:keys::text[]) k(start) JOIN sends s ON s.key >= k.start AND s.key < k.start || 'g'
    LEFT JOIN messages m ON m.studio_id = s.studio_id AND m.send_id = s.id
  WHERE s.studio_id = :studioId::uuid AND ${isIn(left, 's')}
  LIMIT 20`,
});

/** By whom it was for, and when: mails of the five days before the report (RFC 5321 4.5.4.1). */
export const sendsByRecipient = statement({
  name: 'reported-by-recipient',
  params: { studioId: text, spellings: texts, at: instant },
  row: found,
  sql: `
  SELECT ${columns} FROM sends s LEFT JOIN messages m ON m.studio_id = s.studio_id AND m.send_id = s.id
  WHERE s.studio_id = :studioId::uuid AND s.created_at > :at::timestamptz - interval '5 days' AND lower(s.to_address) = ANY(:spellings::text[])
    AND ${isIn(transitions.bounce.from, 's')} AND s.handed_over_at <= :at::timestamptz
  ORDER BY s.created_at DESC LIMIT 2`,
});

/** A run that waits for a mail in doubt is notified: it was taken, else it could not have come back. */
export const bounceSend = statement({
  name: 'bounce-send',
  params: { studioId: text, id: text, at: instant, isSoft: bool, reason: json<Reason>() },
  sql: `
  UPDATE sends SET state = ${stateAfter('bounce')}, bounced_at = :at::timestamptz, bounced_softly = :isSoft::boolean, reason = :reason::jsonb, lease_until = NULL,
    notify_run = notify_run OR (state <> 'sent' AND ${isAwaited}), updated_at = now()
  WHERE studio_id = :studioId::uuid AND id = :id::uuid AND ${may('bounce')}`,
});

export const lockBounces = statement({
  name: 'lock-bounces',
  params: { studioId: text, address: text },
  sql: `SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('cueline bounces ' || :studioId::text || ' ' || :address::text, 0))) held`,
});

/** Within two weeks, and since the address was last taken off the list. */
export const countSoftBounces = statement({
  name: 'count-soft-bounces',
  params: { studioId: text, address: text, spellings: texts, at: instant },
  row: { mails: integer },
  sql: `
  SELECT count(*)::int AS mails FROM sends s
  WHERE s.studio_id = :studioId::uuid AND lower(s.to_address) = ANY(:spellings::text[])
    AND s.bounced_at > :at::timestamptz - interval '14 days' AND s.bounced_softly
    AND s.bounced_at > COALESCE((
      SELECT p.removed_at FROM suppressions p WHERE p.studio_id = :studioId::uuid AND p.address = :address AND p.reason = 'bounced'), '-infinity')`,
});

/** A server further on has it: a doubt is over. */
export const settleByReport = statement({
  name: 'settle-by-report',
  params: { studioId: text, id: text },
  sql: `
  UPDATE sends SET state = ${stateAfter('accept')}, sent_at = COALESCE(handed_over_at, now()), reason = NULL, lease_until = NULL,
    notify_run = notify_run OR ${isAwaited}, updated_at = now()
  WHERE studio_id = :studioId::uuid AND id = :id::uuid AND ${may('accept')}`,
});

export const complainOfSend = statement({
  name: 'complain-of-send',
  params: { studioId: text, id: text, at: instant },
  sql: `
  UPDATE sends SET complained_at = :at::timestamptz, updated_at = now()
  WHERE studio_id = :studioId::uuid AND id = :id::uuid AND complained_at IS NULL`,
});
