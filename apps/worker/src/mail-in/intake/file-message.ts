import { randomUUID } from 'node:crypto';
import { correspondence, recordEvents, type NewEvent, type Queryable } from '@cueline/database';
import { baseSubject, forwardSubject, mergeOf, type ThreadChoice } from '@cueline/email/incoming';
import type { ReadMail } from '@cueline/email/incoming/pool';
import { linksOf, partsOf, peopleOf, searchOf, snippetOf } from './filing-of.js';
import { recordsOf, type Records } from './records-of.js';
import { raisedBy } from './nature-of.js';
import type { Facts, PlacedMail, StudioMail } from './placed-mail.js';
import { reportOf } from './report-of.js';
import { threadOf } from './thread-of.js';

/** CloudEvents source of what came to a mailbox. */
const MAILBOX_SOURCE = 'mailbox';
const DAY_MS = 86_400_000;

/** Files a mail that is no send's own copy. */
export async function fileMessage(
  on: Queryable,
  placed: PlacedMail,
  read: ReadMail,
  studio: StudioMail,
  facts: Facts,
): Promise<void> {
  const { studioId } = placed;
  const { classified, twinOf } = facts;
  const report = classified?.report && (await reportOf(on, placed, classified.report, studio));
  const thread = twinOf
    ? { threadId: twinOf.threadId, related: null, joins: [] }
    : await threadChoice(on, placed, read, studio, facts, report?.threadId ?? placed.tokenThreadId ?? null);
  const isNew = thread.threadId === null;
  const threadId = thread.threadId ?? randomUUID();
  if (isNew) await begin(on, placed, read, threadId, thread.related);
  const records = await recordsOf(on, { placed, read, studio, facts, threadId: isNew ? null : threadId });
  const id = randomUUID();
  await correspondence.insertMessage.run(on, {
    studioId,
    message: messageOf(id, placed, read, facts, threadId, records),
  });
  await correspondence.fileMessages.run(on, {
    studioId,
    filings: [filingOf(id, placed, read, facts, threadId, records)],
  });
  const links = records.links.map(({ type, id: recordId, source, state }) => ({
    threadId,
    type,
    id: recordId,
    source,
    state,
  }));
  await correspondence.linkThreads.run(on, { studioId, links });
  if (!twinOf)
    await correspondence.askAboutThread.run(on, {
      ...{ studioId, threadId, question: records.question, newContact: records.newContact },
    });
  await join(on, studioId, threadId, thread.joins);
  await correspondence.showMessages.run(on, { studioId, messageIds: [id] });
  await recordEvents(on, studioId, eventsOf(id, placed, facts, records));
}

function threadChoice(
  on: Queryable,
  { studioId, at }: PlacedMail,
  { mail }: ReadMail,
  { own }: StudioMail,
  { known, classified }: Facts,
  tokenThreadId: string | null,
): Promise<ThreadChoice> {
  const isPassedOn =
    forwardSubject.test(mail.subject) && (classified === null || mail.inReplyTo.length === 0);
  return threadOf(on, studioId, {
    mail: {
      ...{ messageId: mail.messageId, inReplyTo: mail.inReplyTo, references: mail.references },
      ...{ subject: mail.subject, at, isForward: isPassedOn },
    },
    known,
    outside: [...mail.from, ...mail.replyTo, ...mail.to, ...mail.cc]
      .map(({ key }) => key)
      .filter((key) => !own.all.has(key)),
    tokenThreadId,
  });
}

async function begin(
  on: Queryable,
  { studioId, brandId, at }: PlacedMail,
  { mail: { subject } }: ReadMail,
  id: string,
  related: string | null,
): Promise<void> {
  const threads = [
    { id, brandId, subject, baseSubject: baseSubject(subject).base.slice(0, 500), at, related },
  ];
  await correspondence.insertThreads.run(on, { studioId, threads });
}

/** Threads that the mail shows to be one with its own. */
async function join(
  on: Queryable,
  studioId: string,
  threadId: string,
  others: readonly string[],
): Promise<void> {
  if (others.length === 0) return;
  const threads = await correspondence.threadsOf.rows(on, { studioId, ids: [threadId, ...others] });
  const own = threads.find(({ id }) => id === threadId);
  for (const other of threads) {
    const merge = own && other.id !== own.id ? mergeOf(own, other) : null;
    if (!merge) continue;
    await correspondence.mergeThread.run(on, { studioId, ...merge });
    await correspondence.countThreads.run(on, { studioId, threadIds: [merge.into, merge.from] });
  }
}

function messageOf(
  id: string,
  placed: PlacedMail,
  { mail, reply, shown }: ReadMail,
  { classified, twinOf }: Facts,
  threadId: string,
  { clientId }: Records,
): correspondence.NewMessage {
  const { brandId, mailboxId, sha256, at } = placed;
  const { date, subject, text } = mail;
  return {
    ...{ id, brandId, threadId, mailboxId, sha256, clientId, subject, text, at },
    direction: classified ? 'incoming' : 'outgoing',
    kind: classified?.kind ?? null,
    evidence: classified?.evidence ?? [],
    twinOf: twinOf?.messageId ?? null,
    rfcId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo[0] ?? null,
    references: mail.references,
    fromAddress: mail.from[0]?.address ?? '',
    toAddresses: [...mail.to, ...mail.cc].map(({ address }) => address),
    replyText: reply.text,
    html: shown.html,
    snippet: snippetOf(reply.text),
    headerDate: date && Math.abs(date.getTime() - at.getTime()) >= DAY_MS ? date : null,
  };
}

const filingOf = (
  messageId: string,
  { at }: PlacedMail,
  { mail, reply }: ReadMail,
  { ids }: Facts,
  threadId: string,
  { links }: Records,
): correspondence.Filing => {
  const people = peopleOf(mail);
  const parts = partsOf(mail);
  return {
    ...{ messageId, threadId, at, ids, people, parts, links: linksOf(links), snippet: snippetOf(reply.text) },
    search: searchOf(
      mail.subject,
      people,
      parts.map(({ fileName }) => fileName),
      mail.text,
    ),
  };
};

function eventsOf(
  messageId: string,
  { isNews, at }: PlacedMail,
  { classified, twinOf }: Facts,
  { isAnswer, isOfMember }: Records,
): NewEvent[] {
  const raised = raisedBy({
    ...{ isNews, isAnswer, isOfMember },
    isOurs: classified === null,
    isTwin: twinOf !== undefined,
    kind: classified?.kind ?? 'human',
  });
  return (['received', 'replied'] as const)
    .filter((one) => raised[one])
    .map((one) => ({
      source: MAILBOX_SOURCE,
      sourceId: `${messageId}:${one}`,
      type: `mail.${one}`,
      subjectType: 'message',
      subjectId: messageId,
      data: {},
      occurredAt: at,
    }));
}
