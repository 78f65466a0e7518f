import type { IncomingMail } from '../parse/incoming-mail.js';
import { readPeople, type Person } from '../parse/people.js';
import { forwardDivider, forwardSubject, isHeaderBlock } from '../reply-text/quote-marks.js';

/** A sender's line in a block of header lines, in the languages of mail programs. */
const sender =
  /^[>\s*]{0,6}(?:from|von|de|van|da|fra|från)[*\s\u00a0]{0,3}[:：][*\s\u00a0]{0,3}(.{3,500})$/iu;
const MOST_LINES = 400;

/**
 * Who wrote the mail that this one passes on: of the mail within it, else of the first block of header lines in its text. It is only what a text says: somebody of the
 * studio must have sent it, and a person confirms it. Nothing is ever sent to an address that was found so by itself.
 * @param own whether an address is the studio's own, or its members'
 */
export function forwardedPerson(
  mail: Pick<IncomingMail, 'subject' | 'text' | 'from' | 'embedded'>,
  own: (key: string) => boolean,
): Person | null {
  if (!mail.from.some(({ key }) => own(key))) return null;
  const within = mail.embedded[0]?.from.find(({ key }) => !own(key));
  if (within) return within;
  const lines = mail.text.split('\n', MOST_LINES).map((line) => line.trim());
  const divider = lines.findIndex((line) => forwardDivider.test(line));
  if (divider < 0 && !forwardSubject.test(mail.subject)) return null;
  for (let at = Math.max(divider, 0); at < lines.length; at++) {
    if (!isHeaderBlock(lines, at) && !(divider >= 0 && at <= divider + 3)) continue;
    for (const line of lines.slice(at, at + 8)) {
      // `[mailto:…]`, as Outlook writes an address in a text.
      const field = sender.exec(line)?.[1]?.replace(/\[mailto:([^\]]{3,320})\]/i, '<$1>');
      const person = field === undefined ? undefined : readPeople(field)[0];
      if (person) return own(person.key) ? null : person;
    }
  }
  return null;
}
