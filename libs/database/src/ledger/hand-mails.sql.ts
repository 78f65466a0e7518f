import { bool, instant, json, oneOf, text, texts, type RowOf } from '../client/columns.js';
import type { Attachment } from '../templates/attachment.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import type { AddressableKind } from '../records/addressable.sql.js';
import type { AnswerKind, SendPurpose } from '../generated/client.js';
import type { SendState } from './states.sql.js';

/** What all mails of one letter, or of one test, have in common. */
export interface Letter {
  readonly purpose: Extract<SendPurpose, 'byHand' | 'test'>;
  readonly letterId: string;
  readonly brandId: string;
  readonly templateId: string | null;
  readonly category: 'transactional' | 'marketing';
  /** Null, as is `aboutId`, for a test. */
  readonly aboutType: AddressableKind | null;
  readonly aboutId: string | null;
  readonly aboutClosed: boolean;
  readonly staffId: string | null;
  /** ISO instant; null: at once. */
  readonly sendAt: string | null;
  readonly authorType: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly attachments: readonly Attachment[];
  /** The message that it answers or passes on. */
  readonly answersId?: string | null;
  readonly answerKind?: AnswerKind | null;
}

/** The mail of one recipient, as it leaves. */
export interface LetterMail {
  readonly key: string;
  readonly messageId: string;
  readonly clientId: string | null;
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
}

/** Queues a letter, each of its mails once: one that was sent before is not sent again, whatever it says now. */
export const queueLetter = statement({
  name: 'queue-letter',
  params: { studioId: text, letter: json<Letter>(), mails: json<readonly LetterMail[]>() },
  sql: `
  WITH l AS (
    SELECT * FROM jsonb_to_record(:letter::jsonb) AS l(purpose send_purpose, "letterId" uuid, "brandId" uuid, "templateId" uuid, category mail_category, "aboutType" text,
      "aboutId" uuid, "aboutClosed" boolean, "staffId" uuid, "sendAt" timestamptz, "authorType" text, "authorId" text, "authorName" text, attachments jsonb,
      "answersId" uuid, "answerKind" answer_kind)
  ), g AS (
    SELECT * FROM jsonb_to_recordset(:mails::jsonb) AS g(key text, "messageId" text, "clientId" uuid, "toAddress" text, "toName" text, subject text, text text, html text,
      links jsonb)
  ), queued AS (
    INSERT INTO sends (id, studio_id, key, purpose, brand_id, client_id, template_id, category, to_address, to_name, message_id, state, next_attempt_at, tried_since)
    SELECT gen_random_uuid(), :studioId::uuid, g.key, l.purpose, l."brandId", g."clientId", l."templateId", l.category, g."toAddress", g."toName", g."messageId", 'queued',
      COALESCE(l."sendAt", now()), COALESCE(l."sendAt", now())
    FROM g, l WHERE NOT EXISTS (SELECT 1 FROM hand_mails h WHERE h.studio_id = :studioId::uuid AND h.letter_id = l."letterId")
    ON CONFLICT (key) DO NOTHING RETURNING id, key
  )
  INSERT INTO hand_mails (studio_id, send_id, letter_id, about_type, about_id, about_closed, links, staff_id, subject, text, html, attachments, send_at, author_type,
    author_id, author_name, answers_id, answer_kind)
  SELECT :studioId::uuid, q.id, l."letterId", l."aboutType", l."aboutId", l."aboutClosed", ARRAY(SELECT x::uuid FROM jsonb_array_elements_text(g.links) x), l."staffId",
    g.subject, g.text, g.html, l.attachments, l."sendAt", l."authorType", l."authorId", l."authorName",
    l."answersId", l."answerKind"
  FROM queued q JOIN g ON g.key = q.key, l`,
});

export const mailsOfLetter = statement({
  name: 'mails-of-letter',
  params: { studioId: text, letterId: text },
  row: { id: text, to: text, state: oneOf<SendState>(), sendAt: instant.orNull },
  sql: `
  SELECT s.id::text, s.to_address AS to, s.state, h.send_at FROM hand_mails h JOIN sends s ON s.studio_id = h.studio_id AND s.id = h.send_id
  WHERE h.studio_id = :studioId::uuid AND h.letter_id = :letterId::uuid ORDER BY s.created_at, s.to_address`,
});

const content = {
  subject: text,
  text,
  html: text,
  brandId: text,
  category: oneOf<'transactional' | 'marketing'>(),
  toName: text,
};
const written = {
  ...content,
  aboutType: oneOf<AddressableKind>(),
  aboutId: text,
  aboutClosed: bool,
  links: texts,
  staffId: text.orNull,
  attachments: json<readonly Attachment[]>(),
  authorName: text,
  clientId: text.orNull,
  templateId: text.orNull,
  /** Message-IDs of what it answers, and of what that answers; none where it begins a thread. */
  inReplyTo: text.orNull,
  references: texts.orNull,
};
/** What a person wrote to one recipient, and how the ledger has it. */
export type HandMailRow = RowOf<typeof written>;

const sendWithText = `sends s JOIN hand_mails h ON h.studio_id = s.studio_id AND h.send_id = s.id WHERE s.id = :sendId AND ${ofStudio('s')}`;

export const handMail = statement({
  name: 'hand-mail',
  params: { studioId: text, sendId: text },
  row: written,
  sql: `
  SELECT h.subject, h.text, h.html, s.brand_id::text, s.category, s.to_name, h.about_type, h.about_id::text, h.about_closed, h.links::text[], h.staff_id::text,
    h.attachments, h.author_name, s.client_id::text, s.template_id::text,
    (SELECT NULLIF(a.message_id, '') FROM messages a WHERE a.studio_id = h.studio_id AND a.id = h.answers_id AND h.answer_kind <> 'forward') AS in_reply_to,
    (SELECT a."references" FROM messages a WHERE a.studio_id = h.studio_id AND a.id = h.answers_id) AS "references"
  FROM ${sendWithText}`,
});

/** What a template says in a test of it. */
export const testMail = statement({
  name: 'test-mail',
  params: { studioId: text, sendId: text },
  row: { ...content, templateId: text, attachments: json<readonly Attachment[]>() },
  sql: `
  SELECT h.subject, h.text, h.html, s.brand_id::text, s.category, s.to_name, s.template_id::text, h.attachments
  FROM ${sendWithText}`,
});
