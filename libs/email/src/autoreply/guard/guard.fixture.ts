import { readFileSync } from 'node:fs';
import { addressKey } from '@cueline/workflows/locale';
import { classify } from '../../incoming/kind/classify.js';
import { binary } from '../../incoming/mails.fixture.js';
import { readIncomingMail } from '../../incoming/parse/read-incoming-mail.js';
import { usualLimits, type AnswerContext, type MailToAnswer } from './answer-context.js';

export const now = new Date('2027-06-08T10:31:05Z');

/** A studio with a mailbox, another brand, a member and a form on its website. */
export const studio: AnswerContext = {
  addresses: {
    mailbox: 'hello@studio.example',
    aliases: ['weddings@studio.example'],
    siblings: ['hello@moon.example', 'jophoto@gmail.com', 'studio-sunday@mail.platform.test'],
  },
  connectedAt: new Date('2027-06-01T08:00:00Z'),
  authServers: ['mx.studio.example', ''],
  limits: usualLimits,
  now,
};
const formSenders = new Set([addressKey('form@studio.example')]);

/** A mail as it comes out of a mailbox. @param source its lines */
export function incoming(source: string, given: Partial<MailToAnswer> = {}): MailToAnswer {
  const read = readIncomingMail(binary(source.replaceAll('\n', '\r\n')));
  if (!read.ok) throw new Error(`set aside: ${read.limit}`);
  const { mail } = read;
  const classified = classify(mail, { formSenders, minutesAfterOurs: null });
  return { mail, classified, receivedAt: now, isNews: true, ...given };
}

export interface HeaderVector {
  readonly name: string;
  /** `yes`, with whom where it matters, or the code of the reason. */
  readonly expected: string;
  readonly source: string;
}

const filesOfVectors = ['people', 'replies', 'programs'];

/** The table of mails that the guard is held against. */
export const headerVectors: readonly HeaderVector[] = filesOfVectors.flatMap((file) =>
  readFileSync(new URL(`./vectors/${file}.txt`, import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [name = '', expected = '', ...lines] = part.trimEnd().split('\n');
      const head = lines.join('\n').split('\n\n', 1)[0]!;
      const to = /^to:/im.test(head) ? [] : ['To: hello@studio.example'];
      return { name, expected: expected.slice(2), source: [...to, ...lines, ''].join('\n') };
    }),
);
