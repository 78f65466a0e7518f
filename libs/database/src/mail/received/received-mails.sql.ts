import {
  bytes,
  instant,
  integer,
  json,
  octets,
  oneOf,
  text,
  texts,
  type RowOf,
} from '../../client/columns.js';
import { ofStudio } from '../../client/row-conditions.sql.js';
import { statement } from '../../client/statement.js';

/** Whose mail a reply address gets. */
export const studioBySlug = statement({
  name: 'studio-by-slug',
  params: { slug: text },
  row: { studioId: text },
  sql: `SELECT id::text AS studio_id FROM studios WHERE slug = :slug`,
});

/** Once for each envelope and content: a server that did not hear the answer brings it again. */
export const insertReceived = statement({
  name: 'insert-received-mail',
  params: {
    studioId: text,
    sender: text,
    recipient: text,
    sendKey: text.orNull,
    sha256: text,
    content: bytes,
  },
  row: { id: text },
  sql: `
  INSERT INTO received_mails (id, studio_id, sender, recipient, send_key, sha256, content)
  VALUES (gen_random_uuid(), :studioId::uuid, :sender, :recipient, :sendKey, :sha256, :content)
  ON CONFLICT (studio_id, recipient, sender, sha256) DO UPDATE SET sha256 = excluded.sha256
  RETURNING id::text`,
});

const received = {
  id: text,
  studioId: text,
  sender: text,
  recipient: text,
  sendKey: text.orNull,
  sha256: text,
  content: octets,
  receivedAt: instant,
  attempts: integer,
};
export type ReceivedMailRow = RowOf<typeof received>;

/** The oldest ones, for half a minute. The attempt is counted before: a mail that kills its reader is set aside at last. */
export const claimReceived = statement({
  name: 'claim-received-mails',
  params: { most: integer },
  row: received,
  sql: `
  UPDATE received_mails r SET attempts = r.attempts + 1, taken_until = now() + interval '30 seconds'
  FROM (
    SELECT y.id FROM received_mails y WHERE y.state = 'fetched' AND (y.taken_until IS NULL OR y.taken_until < now())
    ORDER BY y.received_at LIMIT :most FOR UPDATE SKIP LOCKED) c
  WHERE r.id = c.id
  RETURNING r.id::text, r.studio_id::text, r.sender, r.recipient, r.send_key, r.sha256, r.content, r.received_at, r.attempts`,
});

/** What was done with it, or why nothing was. */
export interface ReceivedOutcome {
  readonly code:
    'report' | 'unsubscribed' | 'forwarded' | 'noAddress' | 'noSender' | 'ownSender' | 'circle' | 'setAside';
  readonly params: Readonly<Record<string, unknown>>;
}

/** No row: another has read it meanwhile. */
export const settleReceived = statement({
  name: 'settle-received-mail',
  params: {
    studioId: text,
    id: text,
    state: oneOf<'parsed' | 'quarantined'>(),
    sendId: text.orNull,
    outcome: json<ReceivedOutcome>(),
  },
  row: { id: text },
  sql: `
  UPDATE received_mails SET state = :state::intake_state, send_id = :sendId::uuid, outcome = :outcome::jsonb, taken_until = NULL
  WHERE id = :id::uuid AND ${ofStudio()} AND state = 'fetched'
  RETURNING id::text`,
});

export const setForward = statement({
  name: 'set-forward-of-received',
  params: { studioId: text, id: text, forwardId: text },
  sql: `UPDATE received_mails SET forward_id = :forwardId::uuid WHERE id = :id::uuid AND ${ofStudio()}`,
});

/** The mail of ours that one which came in is about: by the address that it came to, else by the ids that it names. */
export const answeredSend = statement({
  name: 'answered-send',
  params: { studioId: text, sendKey: text.orNull, messageIds: texts },
  row: { id: text, brandId: text, rfcId: text },
  sql: `
  SELECT s.id::text, s.brand_id::text, s.message_id AS rfc_id FROM sends s
  WHERE s.studio_id = :studioId::uuid AND CASE WHEN :sendKey::text IS NULL THEN s.message_id = ANY(:messageIds::text[])
    ELSE s.key >= :sendKey::text AND s.key < :sendKey::text || 'g' END
  ORDER BY s.created_at DESC LIMIT 1`,
});

/** A brand, else the studio's first: where its answers go. */
export const brandOfAnswers = statement({
  name: 'brand-of-answers',
  params: { studioId: text, brandId: text.orNull },
  row: { id: text, name: text, replyTo: text.orNull, studioSlug: text },
  sql: `
  SELECT b.id::text, b.name, b.reply_to, st.slug AS studio_slug FROM brands b JOIN studios st ON st.id = b.studio_id
  WHERE b.studio_id = :studioId::uuid AND (:brandId::uuid IS NULL OR b.id = :brandId::uuid)
  ORDER BY b.is_default DESC, b.created_at, b.id LIMIT 1`,
});

/** What a forward passes on. */
export const mailToForward = statement({
  name: 'mail-to-forward',
  params: { studioId: text, sendId: text },
  row: { id: text, content: octets, brandId: text, brandName: text, zone: text, studioSlug: text },
  sql: `
  SELECT r.id::text, r.content, s.brand_id::text, b.name AS brand_name, b.zone, st.slug AS studio_slug
  FROM sends s JOIN brands b ON b.studio_id = s.studio_id AND b.id = s.brand_id JOIN studios st ON st.id = s.studio_id
    JOIN received_mails r ON r.studio_id = s.studio_id AND r.forward_id = s.id
  WHERE s.studio_id = :studioId::uuid AND s.id = :sendId::uuid`,
});
