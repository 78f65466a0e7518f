import { instant, json, oneOf, text, texts } from '../../client/columns.js';
import { statement } from '../../client/statement.js';
import type { LinkSource, LinkState } from '../../generated/client.js';
import type { Filing, NewMessage } from './filed-message.js';

export const insertMessage = statement({
  name: 'insert-received-message',
  params: { studioId: text, message: json<NewMessage>() },
  sql: `
  INSERT INTO messages (id, studio_id, brand_id, direction, client_id, thread_id, mailbox_id, sha256, kind, evidence, twin_of, message_id, in_reply_to, "references",
    from_address, to_addresses, subject, text, reply_text, html, snippet, occurred_at, header_date)
  SELECT g.id, :studioId::uuid, g."brandId", g.direction, g."clientId", g."threadId", g."mailboxId", g.sha256, g.kind, g.evidence, g."twinOf", g."rfcId", g."inReplyTo",
    ARRAY(SELECT jsonb_array_elements_text(g."references")), g."fromAddress", ARRAY(SELECT jsonb_array_elements_text(g."toAddresses")), g.subject, g.text, g."replyText",
    g.html, g.snippet, g.at, g."headerDate"
  FROM jsonb_to_record(:message::jsonb) AS g(id uuid, "brandId" uuid, direction message_direction, "clientId" uuid, "threadId" uuid, "mailboxId" uuid, sha256 text,
    kind message_kind, evidence jsonb, "twinOf" uuid, "rfcId" text, "inReplyTo" text, "references" jsonb, "fromAddress" text, "toAddresses" jsonb, subject text, text text,
    "replyText" text, html text, snippet text, at timestamptz, "headerDate" timestamptz)`,
});

/** What each of some messages is known, found and shown by; whatever of it is there stays. */
export const fileMessages = statement({
  name: 'file-messages',
  params: { studioId: text, filings: json<readonly Filing[]>() },
  sql: `
  WITH g AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(:filings::jsonb) AS g("messageId" uuid, "threadId" uuid, at timestamptz, ids jsonb, people jsonb, parts jsonb, links jsonb, snippet text,
      search jsonb)
  ), filed AS (
    UPDATE messages m SET thread_id = g."threadId", snippet = g.snippet FROM g WHERE m.studio_id = :studioId::uuid AND m.id = g."messageId"
      AND m.thread_id IS DISTINCT FROM g."threadId"
  ), named AS (
    INSERT INTO message_ids (studio_id, hash, message_id, kind, id)
    SELECT :studioId::uuid, x.hash, g."messageId", x.kind, x.id FROM g, jsonb_to_recordset(g.ids) AS x(hash text, kind message_id_kind, id text) ON CONFLICT DO NOTHING
  ), met AS (
    INSERT INTO message_people (studio_id, message_id, role, n, name, address, key)
    SELECT :studioId::uuid, g."messageId", x.role, x.n, x.name, x.address, x.key
    FROM g, jsonb_to_recordset(g.people) AS x(role message_role, n int, name text, address text, key text) ON CONFLICT DO NOTHING
  ), carried AS (
    INSERT INTO message_parts (studio_id, message_id, number, file_name, type, size, content_id, is_inline, kind)
    SELECT :studioId::uuid, g."messageId", x.number, x."fileName", x.type, x.size, x."contentId", x."isInline", x.kind
    FROM g, jsonb_to_recordset(g.parts) AS x(number text, "fileName" text, type text, size int, "contentId" text, "isInline" boolean, kind text) ON CONFLICT DO NOTHING
  ), linked AS (
    INSERT INTO message_links (studio_id, record_id, message_id, record_type, source, state)
    SELECT :studioId::uuid, x.id, g."messageId", x.type, x.source, x.state
    FROM g, jsonb_to_recordset(g.links) AS x(type text, id uuid, source link_source, state link_state)
    ON CONFLICT (studio_id, record_id, message_id) DO UPDATE SET record_type = excluded.record_type
  )
  INSERT INTO message_search (studio_id, message_id, at, people, files, words)
  SELECT :studioId::uuid, g."messageId", g.at, g.search->>'people', g.search->>'files',
    setweight(to_tsvector('simple', g.search->>'people'), 'A') || setweight(to_tsvector('simple', g.search->>'files'), 'B')
      || setweight(to_tsvector('simple', g.search->>'text'), 'C')
  FROM g ON CONFLICT (studio_id, message_id) DO UPDATE SET at = excluded.at, people = excluded.people, files = excluded.files, words = excluded.words`,
});

/** A copy of a mail of ours, found in a mailbox: the message is the one that was sent. A copy more is a message of its own. */
export const uniteCopy = statement({
  name: 'unite-copy-of-send',
  params: { studioId: text, messageId: text, mailboxId: text, sha256: text },
  sql: `
  UPDATE messages SET mailbox_id = :mailboxId::uuid, sha256 = :sha256
  WHERE studio_id = :studioId::uuid AND id = :messageId::uuid AND sha256 IS NULL`,
});

export interface NewThread {
  readonly id: string;
  readonly brandId: string;
  readonly subject: string;
  readonly baseSubject: string;
  readonly at: Date;
  readonly related: string | null;
}

export const insertThreads = statement({
  name: 'insert-threads',
  params: { studioId: text, threads: json<readonly NewThread[]>() },
  sql: `
  INSERT INTO threads (id, studio_id, brand_id, subject, base_subject, started_at, last_at, related)
  SELECT g.id, :studioId::uuid, g."brandId", g.subject, g."baseSubject", g.at, g.at, g.related
  FROM jsonb_to_recordset(:threads::jsonb) AS g(id uuid, "brandId" uuid, subject text, "baseSubject" text, at timestamptz, related uuid)`,
});

export interface NewThreadLink {
  readonly threadId: string;
  readonly type: string;
  readonly id: string;
  readonly source: LinkSource;
  readonly state: LinkState;
}

/** What is known of a link stays: rules change nothing of it. */
export const linkThreads = statement({
  name: 'link-threads',
  params: { studioId: text, links: json<readonly NewThreadLink[]>() },
  sql: `
  INSERT INTO thread_links (studio_id, thread_id, record_type, record_id, source, state)
  SELECT DISTINCT ON (x."threadId", x.type, x.id) :studioId::uuid, x."threadId", x.type, x.id, x.source, x.state
  FROM jsonb_to_recordset(:links::jsonb) AS x("threadId" uuid, type text, id uuid, source link_source, state link_state)
  ON CONFLICT DO NOTHING`,
});

/** What a person has to say about a thread. Asked once: an answer of null is `false`, and stays. */
export const askAboutThread = statement({
  name: 'ask-about-thread',
  params: {
    studioId: text,
    threadId: text,
    question: json<unknown>().orNull,
    newContact: json<unknown>().orNull,
  },
  sql: `
  UPDATE threads SET question = CASE WHEN is_by_hand THEN question ELSE :question::jsonb END, new_contact = COALESCE(new_contact, :newContact::jsonb)
  WHERE studio_id = :studioId::uuid AND id = :threadId::uuid`,
});

/** The messages and links of a thread go into another one, which it leads to from then on. */
export const mergeThread = statement({
  name: 'merge-thread',
  params: { studioId: text, from: text, into: text },
  sql: `
  WITH moved AS (UPDATE messages SET thread_id = :into::uuid WHERE studio_id = :studioId::uuid AND thread_id = :from::uuid),
  linked AS (
    INSERT INTO thread_links (studio_id, thread_id, record_type, record_id, source, state, by)
    SELECT l.studio_id, :into::uuid, l.record_type, l.record_id, l.source, l.state, l.by FROM thread_links l
    WHERE l.studio_id = :studioId::uuid AND l.thread_id = :from::uuid
    ON CONFLICT (studio_id, thread_id, record_type, record_id) DO UPDATE SET source = excluded.source, state = excluded.state, by = excluded.by
    WHERE excluded.source = 'hand' AND thread_links.source <> 'hand'),
  led AS (UPDATE threads SET merged_into = :into::uuid WHERE studio_id = :studioId::uuid AND merged_into = :from::uuid),
  gone AS (DELETE FROM thread_links WHERE studio_id = :studioId::uuid AND thread_id = :from::uuid)
  UPDATE threads SET merged_into = :into::uuid, question = NULL, new_contact = NULL WHERE studio_id = :studioId::uuid AND id = :from::uuid`,
});

/** After messages were filed: whether they are unread, and what lists show of their threads. */
export const showMessages = statement({
  name: 'show-messages',
  params: { studioId: text, messageIds: texts },
  sql: `SELECT correspondence_shown(:studioId::uuid, :messageIds::uuid[])`,
});

export const countThreads = statement({
  name: 'count-threads',
  params: { studioId: text, threadIds: texts },
  sql: `SELECT threads_counted(:studioId::uuid, :threadIds::uuid[])`,
});

/** SQL: what is passed on is in the thread of the mail that came in. */
const isOwnMail = `s.purpose <> 'forward'`;

/** Mails of ours that have no thread: all that have left, or some by their ids. */
export const unfiledSends = statement({
  name: 'unfiled-sends',
  params: { studioId: text, rfcIds: texts.orNull },
  row: {
    id: text,
    sendId: text,
    brandId: text,
    clientId: text.orNull,
    subjectType: text.orNull,
    subjectId: text.orNull,
    rfcId: text,
    providerId: text.orNull,
    inReplyTo: text.orNull,
    references: texts,
    fromAddress: text,
    toAddresses: texts,
    toName: text,
    subject: text,
    text,
    links: texts,
    at: instant,
    purpose: oneOf<'step' | 'notice' | 'reminder' | 'byHand' | 'test'>(),
    answersThreadId: text.orNull,
    answerKind: oneOf<'reply' | 'replyAll' | 'forward'>().orNull,
  },
  sql: `
  SELECT m.id::text, m.send_id::text, m.brand_id::text, m.client_id::text, m.subject_type, m.subject_id::text, m.message_id AS rfc_id,
    s.provider_message_id AS provider_id, m.in_reply_to, m."references", m.from_address, m.to_addresses, s.to_name, m.subject, left(m.text, 65536) AS text,
    ARRAY(SELECT l.record_id::text FROM message_links l WHERE l.studio_id = m.studio_id AND l.message_id = m.id) AS links, m.occurred_at AS at, s.purpose,
    (SELECT a.thread_id::text FROM messages a WHERE a.studio_id = h.studio_id AND a.id = h.answers_id) AS answers_thread_id, h.answer_kind
  FROM messages m JOIN sends s ON s.studio_id = m.studio_id AND s.id = m.send_id LEFT JOIN hand_mails h ON h.studio_id = s.studio_id AND h.send_id = s.id
  WHERE m.studio_id = :studioId::uuid AND m.thread_id IS NULL AND ${isOwnMail}
    AND CASE WHEN :rfcIds::text[] IS NULL THEN s.state IN ('sent', 'bounced') ELSE m.message_id = ANY(:rfcIds::text[]) END
  ORDER BY m.occurred_at LIMIT 100`,
});

/** Studios with mails of ours that have left and have no thread. */
export const studiosToFile = statement({
  name: 'studios-with-unfiled-sends',
  row: { studioId: text },
  sql: `
  SELECT DISTINCT m.studio_id::text FROM messages m JOIN sends s ON s.studio_id = m.studio_id AND s.id = m.send_id
  WHERE m.thread_id IS NULL AND s.state IN ('sent', 'bounced') AND ${isOwnMail}`,
});
