import { correspondence, type Queryable } from '@cueline/database';
import {
  baseSubject,
  chooseThread,
  type KnownMessage,
  type ThreadChoice,
  type ThreadingMail,
} from '@cueline/email/incoming';
import { hashOf } from './filing-of.js';

export type KnownRow = Awaited<ReturnType<typeof correspondence.messagesByIds.rows>>[number];

/** Messages that a mail names, that name it, or that name what it names. */
export function messagesNamed(on: Queryable, studioId: string, ids: readonly string[]): Promise<KnownRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return correspondence.messagesByIds.rows(on, { studioId, hashes: [...new Set(ids)].map(hashOf) });
}

export interface ThreadQuestion {
  readonly mail: ThreadingMail;
  readonly known: readonly KnownRow[];
  /** Keys of people outside the studio. */
  readonly outside: readonly string[];
  /** Of the mail of ours that it is about, where it says so otherwise than by its ids. */
  readonly tokenThreadId: string | null;
}

/** To which thread a mail belongs, as the database has it now. */
export async function threadOf(
  on: Queryable,
  studioId: string,
  { mail, known, outside, tokenThreadId }: ThreadQuestion,
): Promise<ThreadChoice> {
  const isNameless = mail.inReplyTo.length === 0 && mail.references.length === 0;
  const { base, isAnswer } = baseSubject(mail.subject);
  const similar =
    isNameless && isAnswer && base !== ''
      ? await correspondence.similarThreads.rows(on, { studioId, base, at: mail.at, keys: outside })
      : [];
  const ids = [
    ...new Set([...known.map(({ threadId }) => threadId), ...(tokenThreadId ? [tokenThreadId] : [])]),
  ];
  const threads = ids.length === 0 ? [] : await correspondence.threadsOf.rows(on, { studioId, ids });
  return chooseThread(mail, {
    fixedThreadId: null,
    tokenThreadId,
    known: known.map(knownMessage),
    providerThreadId: null,
    similar,
    sizes: new Map(threads.map(({ id, size }) => [id, size])),
  });
}

const knownMessage = ({ id, threadId, kind, sendId, subject, at }: KnownRow): KnownMessage => ({
  ...{ id, threadId, subject, at },
  kind: kind === 'own' || kind === 'provider' ? 'own' : 'reference',
  isSend: sendId !== null,
});
