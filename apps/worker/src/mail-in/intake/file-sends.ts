import { randomUUID } from 'node:crypto';
import { correspondence, type Queryable } from '@cueline/database';
import { baseSubject } from '@cueline/email/incoming';
import { addressKey } from '@cueline/workflows/locale';
import { hashOf, searchOf, snippetOf } from './filing-of.js';

type Unfiled = Awaited<ReturnType<typeof correspondence.unfiledSends.rows>>[number];

/**
 * Files mails of ours: each begins a thread, or goes on with that of the mail that it answers. Under the studio's lock of correspondence.
 * @param on a transaction @param rfcIds mails that are named by one that came in, whatever is known of them; null: all that have left, a hundred at a time
 * @returns how many there were
 */
export async function fileSends(
  on: Queryable,
  studioId: string,
  rfcIds: readonly string[] | null,
): Promise<number> {
  const sends = await correspondence.unfiledSends.rows(on, { studioId, rfcIds });
  if (sends.length === 0) return 0;
  const ids = sends.flatMap(recordIdsOf);
  const kinds = await correspondence.kindsOfRecords.rows(on, { studioId, ids });
  const typeOf = new Map(kinds.map(({ id, type }) => [id, type]));
  const filed = sends.map((send) => {
    const joined = send.answerKind === 'forward' ? null : send.answersThreadId;
    return { send, joined, threadId: joined ?? randomUUID() };
  });
  await correspondence.insertThreads.run(on, {
    studioId,
    threads: filed
      .filter(({ joined }) => joined === null)
      .map(({ send: { brandId, subject, at, answersThreadId }, threadId }) => ({
        ...{ id: threadId, brandId, subject, baseSubject: baseSubject(subject).base.slice(0, 500), at },
        related: answersThreadId,
      })),
  });
  const filings = filed.map(({ send, threadId }) => filingOf(send, threadId, typeOf));
  await correspondence.fileMessages.run(on, { studioId, filings });
  const links = filings.flatMap(({ threadId, links: own }) => own.map((link) => ({ ...link, threadId })));
  await correspondence.linkThreads.run(on, { studioId, links });
  await correspondence.showMessages.run(on, { studioId, messageIds: sends.map(({ id }) => id) });
  return sends.length;
}

const recordIdsOf = ({ clientId, subjectId, links }: Unfiled): string[] => [
  ...new Set([clientId, subjectId, ...links].filter((id) => id !== null)),
];

function filingOf(
  send: Unfiled,
  threadId: string,
  typeOf: ReadonlyMap<string, string>,
): correspondence.Filing {
  const { id, at, rfcId, providerId, fromAddress, toAddresses, toName, subject, text } = send;
  const people = [
    { role: 'from', n: 0, name: '', address: fromAddress, key: addressKey(fromAddress) } as const,
    ...toAddresses.map(
      (address, n) => ({ role: 'to', n, name: toName, address, key: addressKey(address) }) as const,
    ),
  ];
  const named = (kind: correspondence.Filing['ids'][number]['kind'], ...names: (string | null)[]) =>
    names.filter((name) => name !== null).map((name) => ({ hash: hashOf(name), kind, id: name }));
  return {
    ...{ messageId: id, threadId, at, people, parts: [], snippet: snippetOf(text) },
    ids: [
      ...named('own', rfcId),
      ...named('provider', providerId),
      ...named('replyTo', send.inReplyTo),
      ...named('reference', ...send.references),
    ],
    links: recordIdsOf(send).flatMap((recordId) => {
      const type = typeOf.get(recordId);
      return type === undefined ? [] : [{ type, id: recordId, source: 'send', state: 'on' } as const];
    }),
    search: searchOf(subject, people, [], text),
  };
}
