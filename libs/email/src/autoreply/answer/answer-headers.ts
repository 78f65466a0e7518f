import { cutText } from '@cueline/workflows/locale';
import type { IncomingMail } from '../../incoming/parse/incoming-mail.js';
import { baseSubject } from '../../incoming/threads/base-subject.js';

/** `reply`: it answers what was asked. `notice`: it says what would have been said to anybody, such as an absence (RFC 3834 3.1.5). */
export type AnswerKind = 'reply' | 'notice';

export interface AnswerHeaders {
  /** Empty: nothing that happens to an answer is reported to anybody (RFC 3834 3.3). */
  readonly envelopeFrom: '';
  /** The address that was written to. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** RFC 3834 5; the others are for programs that do not know it. */
  readonly headers: Readonly<Record<'Auto-Submitted' | 'Precedence' | 'X-Auto-Response-Suppress', string>>;
}

/** With the mark before it well below the 998 octets of a line, whatever the alphabet. */
const LONGEST_SUBJECT = 200;
/** RFC 5322 3.6.4 wants all of them; the first and the last hold a thread together. */
const MOST_REFERENCES = 20;

const marks: Readonly<Record<AnswerKind, string>> = { reply: 'Re: ', notice: 'Auto: ' };

/** With one mark, however many stood before it. */
function answerSubject(subject: string, kind: AnswerKind): string {
  const oneLine = subject.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const bare = baseSubject(oneLine.replace(/^(?:auto:\s*)+/i, '')).bare.replace(/^(?:auto:\s*)+/i, '');
  return `${marks[kind]}${cutText(bare, LONGEST_SUBJECT)}`.trim();
}

function referencesOf({ messageId, inReplyTo, references }: AnsweredMail): readonly string[] {
  const parents = references.length > 0 ? references : inReplyTo.slice(0, 1);
  const all = [
    ...new Set([...parents.filter((id) => id !== messageId), ...(messageId === null ? [] : [messageId])]),
  ];
  return all.length > MOST_REFERENCES ? [all[0]!, ...all.slice(1 - MOST_REFERENCES)] : all;
}

export type AnsweredMail = Pick<IncomingMail, 'subject' | 'messageId' | 'inReplyTo' | 'references'>;

/** What makes a mail an answer of a machine, in the thread of what it answers, so that no other machine answers it. @param whom as the guard says */
export const answerHeaders = (
  mail: AnsweredMail,
  whom: { readonly from: string; readonly to: { readonly address: string } },
  kind: AnswerKind = 'reply',
): AnswerHeaders => ({
  envelopeFrom: '',
  from: whom.from,
  to: whom.to.address,
  subject: answerSubject(mail.subject, kind),
  inReplyTo: mail.messageId,
  references: referencesOf(mail),
  headers: {
    'Auto-Submitted': 'auto-replied',
    Precedence: 'bulk',
    'X-Auto-Response-Suppress': 'All',
  },
});
