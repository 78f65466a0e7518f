import {
  instant,
  integer,
  json,
  oneOf,
  statement,
  statementsFor,
  text,
  type RowOf,
} from '@cueline/database/sql';
import type { handMails, sends } from '@cueline/contracts';

interface StoredReason {
  readonly code: string;
}

const row = {
  id: text,
  purpose: oneOf<sends.SendPurpose>(),
  state: oneOf<sends.SendState>(),
  toAddress: text,
  toName: text,
  category: oneOf<'transactional' | 'marketing'>(),
  template: text.orNull,
  runId: text.orNull,
  stepId: text.orNull,
  workflowId: text.orNull,
  workflowName: text.orNull,
  clientId: text.orNull,
  holdGroup: text.orNull,
  heldAt: instant.orNull,
  nextAttemptAt: instant.orNull,
  sentAt: instant.orNull,
  createdAt: instant,
  subject: text.orNull,
  authorName: text.orNull,
  aboutType: oneOf<handMails.MailAbout['type']>().orNull,
  aboutId: text.orNull,
  message: text.orNull,
  brandZone: text,
  reason: json<StoredReason>().orNull,
};
export type SendRow = RowOf<typeof row>;

/** Whether a row is in a box of the outbox, and in which order the box is read: a time and an id, so that it has a place for a cursor. */
const boxes = {
  all: { is: 'true', time: 's.created_at', newestFirst: true },
  scheduled: {
    is: `s.state IN ('queued', 'sending')`,
    time: `COALESCE(s.next_attempt_at, '-infinity')`,
    newestFirst: false,
  },
  held: { is: `s.state = 'held'`, time: 's.created_at', newestFirst: true },
  inDoubt: { is: `s.state = 'in_doubt'`, time: 's.created_at', newestFirst: true },
  sent: { is: `s.state = 'sent' AND s.sent_at IS NOT NULL`, time: 's.sent_at', newestFirst: true },
  failed: {
    is: `s.state IN ('failed', 'bounced', 'suppressed')`,
    time: 's.created_at',
    newestFirst: true,
  },
} as const satisfies Readonly<
  Record<
    sends.OutboxBox | 'all',
    { readonly is: string; readonly time: string; readonly newestFirst: boolean }
  >
>;
type Box = keyof typeof boxes;
const boxNames = Object.keys(boxes) as readonly Box[];

const columns = `s.id::text, s.purpose, s.state, s.to_address, s.to_name, s.category, t.name AS template, s.run_id::text, s.step_id, r.workflow_id::text,
    w.name AS workflow_name, s.client_id::text, CASE WHEN s.state = 'held' THEN s.hold_group END AS hold_group,
    CASE WHEN s.state = 'held' THEN s.held_at END AS held_at, CASE WHEN s.state = 'queued' THEN s.next_attempt_at END AS next_attempt_at,
    s.sent_at, s.created_at, s.reason, COALESCE(m.subject, h.subject) AS subject, h.author_name, h.about_type, h.about_id::text, m.id::text AS message,
    b.zone AS brand_zone`;
const around = `sends s LEFT JOIN runs r ON r.studio_id = s.studio_id AND r.id = s.run_id
    LEFT JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
    LEFT JOIN templates t ON t.studio_id = s.studio_id AND t.id = s.template_id
    LEFT JOIN messages m ON m.studio_id = s.studio_id AND m.send_id = s.id
    LEFT JOIN hand_mails h ON h.studio_id = s.studio_id AND h.send_id = s.id
    JOIN brands b ON b.studio_id = s.studio_id AND b.id = s.brand_id`;

/** From after `:cursor` on: scheduled ones by their time, all others newest first. Null: any. */
export const listSends = statementsFor(boxNames, (box) => {
  const { is, time, newestFirst } = boxes[box];
  const direction = newestFirst ? 'DESC' : 'ASC';
  return statement({
    name: `list-sends-${box.toLowerCase()}`,
    params: {
      studioId: text,
      state: oneOf<sends.SendState>().orNull,
      group: text.orNull,
      runId: text.orNull,
      clientId: text.orNull,
      cursor: text.orNull,
      limit: integer,
    },
    row,
    sql: `
  SELECT ${columns} FROM ${around}
  WHERE s.studio_id = :studioId::uuid AND ${is} AND (:state::send_state IS NULL OR s.state = :state::send_state)
    AND (:group::text IS NULL OR (s.hold_group = :group AND s.state = 'held'))
    AND (:runId::uuid IS NULL OR s.run_id = :runId::uuid) AND (:clientId::uuid IS NULL OR s.client_id = :clientId::uuid)
    AND (:cursor::uuid IS NULL OR (${time}, s.id) ${newestFirst ? '<' : '>'} (SELECT ${time}, s.id FROM sends s WHERE s.studio_id = :studioId::uuid AND s.id = :cursor::uuid))
  ORDER BY ${time} ${direction}, s.id ${direction} LIMIT :limit`,
  });
});

const detail = {
  ...row,
  brandId: text,
  fromAddress: text.orNull,
  html: text.orNull,
  text: text.orNull,
  messageId: text,
  providerMessageId: text.orNull,
  smtpReply: text.orNull,
  attempts: integer,
  wasHeldAt: instant.orNull,
  releasedAt: instant.orNull,
  delayedSince: instant.orNull,
  handedOverAt: instant.orNull,
  inDoubtAt: instant.orNull,
  bouncedAt: instant.orNull,
  complainedAt: instant.orNull,
  endedAt: instant.orNull,
};
export type SendDetailRow = RowOf<typeof detail>;

export const findSend = statement({
  name: 'find-send',
  params: { studioId: text, id: text },
  row: detail,
  sql: `
  SELECT ${columns}, s.brand_id::text, m.from_address, COALESCE(m.html, h.html) AS html, COALESCE(m.text, h.text) AS text, s.message_id, s.provider_message_id, s.smtp_reply, s.attempts,
    s.held_at AS was_held_at, s.released_at, s.delayed_since, s.handed_over_at, s.in_doubt_at, s.bounced_at, s.complained_at, s.ended_at
  FROM ${around}
  WHERE s.studio_id = :studioId::uuid AND s.id = :id::uuid`,
});

const hold = {
  holdGroup: text,
  cause: text,
  reason: json<StoredReason>(),
  since: instant,
  nextProbeAt: instant.orNull,
  mails: integer,
};
export type HoldRow = RowOf<typeof hold>;

/** Groups that hold mails now, the oldest first. */
export const listHolds = statement({
  name: 'list-holds',
  params: { studioId: text },
  row: hold,
  sql: `
  SELECT h.hold_group, h.cause, h.reason, h.since, h.next_probe_at, x.mails
  FROM mail_holds h JOIN LATERAL (
    SELECT count(*)::int AS mails FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND s.state = 'held') x ON true
  WHERE h.studio_id = :studioId::uuid AND h.cleared_at IS NULL AND x.mails > 0 ORDER BY h.since, h.hold_group LIMIT 200`,
});
