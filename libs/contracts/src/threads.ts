import { z } from 'zod';
import { folderRole } from './mailboxes.js';
import { email, flag, id, instant, line, page, pageQuery, text } from './shared.js';

export const linkedType = z.enum(['client', 'vendor', 'staff', 'inquiry', 'booking', 'project', 'invoice']);
export const recordRef = z.strictObject({ type: linkedType, id });
/** A record that a thread or a message belongs to, and why. */
export const recordLink = z.object({
  type: linkedType,
  id,
  label: z.string(),
  source: z.enum(['send', 'thread', 'address', 'rule', 'hand']),
  state: z.enum(['on', 'proposed']),
});
export const messageKind = z.enum(['human', 'automatic', 'bounce', 'complaint', 'calendar', 'list', 'form']);
const mailPerson = z.object({ name: z.string(), address: z.string() });

/** What a person has to say, once for the thread. */
export const threadQuestion = z.object({
  about: z.enum(['whichPerson', 'whichRecord', 'who']),
  /** The likeliest first. */
  candidates: z.array(recordLink.omit({ source: true, state: true })),
});

export const thread = z.object({
  id,
  brandId: id,
  subject: z.string(),
  /** People outside the studio, the latest to write first. */
  people: z.array(mailPerson),
  /** The client, vendor or staff member whom it is with, where that is known. */
  links: z.array(recordLink),
  snippet: z.string(),
  messages: z.int(),
  unread: z.int(),
  isFlagged: z.boolean(),
  /** The last mail left the studio. */
  isLastOurs: z.boolean(),
  /** A person wrote last, and nobody has answered. */
  needsAnswer: z.boolean(),
  hasFiles: z.boolean(),
  lastAt: instant,
  question: threadQuestion.nullable(),
  /** Changes that wait to be made on the server, and those that it refused. */
  pending: z.int(),
  refused: z.int(),
});
export const threadPage = page(thread);
export const threadBox = z.enum([
  'inbox',
  'unlinked',
  'needsAnswer',
  'sent',
  'archive',
  'junk',
  'trash',
  'all',
]);
export const threadQuery = pageQuery.extend({
  box: threadBox.default('inbox'),
  unread: flag.optional(),
  brandId: id.optional(),
  mailboxId: id.optional(),
  /** Of a client, a booking, or any other record. */
  recordId: id.optional(),
  /** In subject, people, text and names of files; the last word may be begun only. */
  search: text(200).optional(),
});

/** A file that came with a message, or that it carried. */
export const messagePart = z.object({
  number: z.string(),
  fileName: z.string(),
  type: z.string(),
  size: z.int(),
  isInline: z.boolean(),
  kind: z.enum(['file', 'calendar', 'mail', 'tnef']),
});
export const threadMessage = z.object({
  id,
  direction: z.enum(['incoming', 'outgoing']),
  kind: messageKind.nullable(),
  /** By which signs it is of its kind. */
  evidence: z.array(z.object({ sign: z.string(), value: z.string() })),
  from: z.array(mailPerson),
  replyTo: z.array(mailPerson),
  to: z.array(mailPerson),
  cc: z.array(mailPerson),
  subject: z.string(),
  snippet: z.string(),
  /** What its writer added; the whole text where that is not sure. */
  replyText: z.string(),
  text: z.string(),
  /** As it may be shown in a frame without scripts and origin; empty where it has none. */
  html: z.string(),
  /** It has pictures that would be loaded from elsewhere, which wait for a person. */
  hasRemoteImages: z.boolean(),
  parts: z.array(messagePart),
  isUnread: z.boolean(),
  isFlagged: z.boolean(),
  occurredAt: instant,
  /** What its header says, where that differs by a day. */
  headerDate: instant.nullable(),
  /** Its row in the ledger, the run and the workflow that sent it: what "Why?" asks for. */
  sendId: id.nullable(),
  runId: id.nullable(),
  workflow: z.object({ id, name: z.string() }).nullable(),
  state: z.string().nullable(),
  /** It lies in these folders; empty where it was deleted on the server. */
  folders: z.array(z.object({ id, mailboxId: id, path: z.string(), role: folderRole.nullable() })),
  pending: z.array(z.object({ id, kind: z.string() })),
  refused: z.array(z.object({ id, kind: z.string(), said: z.string() })),
  /** What it did: runs whose wait it ended, or that it ended. */
  effects: z.array(
    z.object({ runId: id, workflow: z.string(), did: z.enum(['endedWait', 'endedRun', 'started']) }),
  ),
});
export const threadDetail = thread.extend({
  items: z.array(threadMessage),
  /** Another person in it, to be made a contact. */
  newContact: mailPerson.nullable(),
  /** A thread that it came out of, or may belong to. */
  related: z.object({ id, subject: z.string() }).nullable(),
  /** It went into this one; its messages are there. */
  mergedInto: id.nullable(),
});
export const threadCounts = z.object({
  inbox: z.int(),
  unread: z.int(),
  unlinked: z.int(),
  needsAnswer: z.int(),
});

export const newLink = z.strictObject({ record: recordRef });
export const threadLinkParam = z.object({ id, recordId: id });
/** `null`: none of them, and do not ask again. */
export const questionAnswer = z.strictObject({ record: recordRef.nullable() });
export const threadMerge = z.strictObject({ into: id });
/** From this message on it is a thread of its own. */
export const threadSplit = z.strictObject({ messageId: id });
export const contactAnswer = z.union([
  z.strictObject({ accept: z.literal(true), firstName: line(100), lastName: line(100).optional(), email }),
  z.strictObject({ accept: z.literal(false) }),
]);
export const messagePartParam = z.object({ id, number: z.string().regex(/^\d{1,4}(?:\.\d{1,4}){0,20}$/) });
export const answerKind = z.enum(['reply', 'replyAll', 'forward']);
export const answerStartQuery = z.strictObject({ kind: answerKind });
/** What an answer begins with. */
export const answerStart = z.object({
  to: z.array(mailPerson),
  cc: z.array(mailPerson),
  subject: z.string(),
  /** What it quotes, as text. */
  quoted: z.string(),
  /** Whose mail it will be: a record to write about. */
  about: recordRef.nullable(),
  parts: z.array(messagePart),
});

export type Thread = z.infer<typeof thread>;
export type ThreadQuery = z.infer<typeof threadQuery>;
export type ThreadDetail = z.infer<typeof threadDetail>;
export type ThreadMessage = z.infer<typeof threadMessage>;
export type ThreadQuestion = z.infer<typeof threadQuestion>;
export type ThreadCounts = z.infer<typeof threadCounts>;
export type RecordLink = z.infer<typeof recordLink>;
export type RecordRef = z.infer<typeof recordRef>;
export type ContactAnswer = z.infer<typeof contactAnswer>;
export type AnswerKind = z.infer<typeof answerKind>;
export type AnswerStartQuery = z.infer<typeof answerStartQuery>;
export type NewLink = z.infer<typeof newLink>;
export type ThreadLinkParam = z.infer<typeof threadLinkParam>;
export type QuestionAnswer = z.infer<typeof questionAnswer>;
export type ThreadMerge = z.infer<typeof threadMerge>;
export type ThreadSplit = z.infer<typeof threadSplit>;
export type MessagePartParam = z.infer<typeof messagePartParam>;
export type AnswerStart = z.infer<typeof answerStart>;
