import { createHash } from 'node:crypto';
import type { correspondence } from '@cueline/database';
import { searchable, type IncomingMail, type Link, type Person } from '@cueline/email/incoming';

type Filing = correspondence.Filing;
const SNIPPET = 200;

export type Ids = Filing['ids'];

export const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** The first words of a text, on one line. */
export const snippetOf = (text: string): string =>
  text
    .slice(0, 4 * SNIPPET)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, SNIPPET);

export function idsOf({
  messageId,
  inReplyTo,
  references,
}: Pick<IncomingMail, 'messageId' | 'inReplyTo' | 'references'>): Filing['ids'] {
  const named = (ids: readonly string[], kind: Filing['ids'][number]['kind']) =>
    ids.map((id) => ({ hash: hashOf(id), kind, id }));
  return [
    ...named(messageId === null ? [] : [messageId], 'own'),
    ...named(inReplyTo, 'replyTo'),
    ...named(references, 'reference'),
  ];
}

/** Every list a mail is to has its people; a thousand of them are enough to find it by. */
const MOST_PEOPLE = 1_000;

export const peopleOf = (mail: IncomingMail): Filing['people'] =>
  (['from', 'sender', 'replyTo', 'to', 'cc', 'bcc', 'deliveredTo'] as const)
    .flatMap((role) => mail[role].map((person, n) => ({ role, n, ...person })))
    .slice(0, MOST_PEOPLE);

export const partsOf = ({ attachments }: IncomingMail): Filing['parts'] =>
  attachments.map(({ number, fileName, type, size, contentId, isInline, kind }) => ({
    ...{ number, type, size, contentId, isInline, kind },
    fileName: fileName === '' ? nameless[kind] : fileName,
  }));
const nameless = { calendar: 'invite.ics', tnef: 'winmail.dat', mail: 'mail.eml', file: '' } as const;

export const searchOf = (
  subject: string,
  people: readonly Pick<Person, 'name' | 'address'>[],
  files: readonly string[],
  text: string,
): Filing['search'] => ({
  people: searchable([subject, ...people.flatMap(({ name, address }) => [name, address])].join(' ')),
  files: searchable(files.join(' ')),
  text: searchable(text),
});

/** A message has each record once. */
export const linksOf = (links: readonly Link[]): Filing['links'] => [
  ...new Map(links.map(({ type, id, source, state }) => [id, { type, id, source, state }])).values(),
];
