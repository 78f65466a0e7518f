import { fieldOf, readFields, type HeaderFields } from '../../mime/header-fields.js';
import type { ParsedMail } from './parsed-mail.js';

const RETURNED =
  /^(?:message\/(?:rfc822|global|partial|rfc822-headers|global-headers)|text\/rfc822(?:-headers)?)$/;
const ID = /<[^<>\s@]{1,200}@[^<>\s]{1,200}>/g;
/** `Message-ID: <…>` wherever a text quotes it, also on the next line, also behind `>`. */
const QUOTED_ID = /message-id\s*:[\s>|]*(<[^<>\s@]{1,200}@[^<>\s]{1,200}>)/gi;
const MOST = 30;
/** Fields of a report in which servers name the mail, by their own name or by the sender's. */
const nameFields = [
  'in-reply-to',
  'references',
  'x-original-message-id',
  'x-failed-message-id',
  'original-message-id',
  'original-envelope-id',
  'x-postfix-queue-id',
];

/** Header fields of the mail that came back, where the report holds them; the fields of none otherwise. */
export function returnedFields({ parts }: ParsedMail): HeaderFields {
  const part = parts.find(({ type }) => RETURNED.test(type));
  if (part) return readFields(head(part.text));
  // Servers without a form put the mail below their own text.
  for (const { text } of parts) {
    const at =
      /^(?:>\s?)?(?:return-path|received|message-id|from|date):[^\n]*\n(?:[ \t>][^\n]*\n|(?:>\s?)?[\w-]+:[^\n]*\n){2,}/im.exec(
        text,
      );
    if (at) return readFields(at[0].replace(/^>\s?/gm, ''));
  }
  return new Map();
}

const head = (text: string): string => {
  const clean = text.replace(/^\s+/, '');
  const end = /\r?\n[ \t]*\r?\n/.exec(clean);
  return end ? clean.slice(0, end.index) : clean;
};

/** Every name by which the report may mean the mail; which of them is one of ours, the ledger knows. */
export function messageIdsIn(mail: ParsedMail, status: readonly HeaderFields[]): readonly string[] {
  const own = new Set(mail.headers.get('message-id') ?? []);
  const returned = returnedFields(mail);
  const fields = [mail.headers, returned, ...status];
  const found = [
    ...(returned.get('message-id') ?? []).flatMap((value) => value.match(ID) ?? []),
    ...mail.parts.flatMap(({ text }) => [...text.matchAll(QUOTED_ID)].map(([, id]) => id!)),
    ...fields.flatMap((one) =>
      nameFields.flatMap((name) =>
        (one.get(name) ?? []).flatMap((value) => value.match(ID) ?? value.match(/^[\w.-]{6,120}$/) ?? []),
      ),
    ),
  ];
  return [...new Set(found)].filter((id) => !own.has(id)).slice(0, MOST);
}

/** Whom the mail that came back was for. */
export const returnedTo = (mail: ParsedMail): string => fieldOf(returnedFields(mail), 'to');
