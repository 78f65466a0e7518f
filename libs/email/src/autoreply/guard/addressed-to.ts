import { plainKey } from '../../incoming/links/address-forms.js';
import { readPeople } from '../../incoming/parse/people.js';
import type { MailToAnswer, StudioAddresses } from './answer-context.js';
import type { AnswerReason } from './sender-refusal.js';

/**
 * Which address of ours a mail was written to (RFC 5230 4.5). Servers note the mailbox itself for every mail that they put into it, also for blind copies and lists, so that says
 * nothing; that they put it there for another address of ours does.
 */
export function addressedTo(
  { mail }: MailToAnswer,
  { mailbox, aliases }: StudioAddresses,
): { readonly from: string } | { readonly reason: AnswerReason } {
  const ours = new Map([...aliases, mailbox].map((key) => [plainKey(key), key]));
  const resent = ['resent-to', 'resent-cc', 'resent-bcc'].flatMap((name) => mail.headers.get(name) ?? []);
  const written = [...mail.to, ...mail.cc, ...mail.bcc, ...resent.flatMap((value) => readPeople(value))];
  const delivered = mail.deliveredTo.filter(({ key }) => plainKey(key) !== plainKey(mailbox));
  for (const { key } of [...written, ...delivered]) {
    const from = ours.get(plainKey(key));
    if (from !== undefined) return { from };
  }
  // One address that is not known may be an alias that nobody has entered; many are a round mail.
  const [only] = written;
  const reason: AnswerReason =
    only && new Set(written.map(({ key }) => key)).size === 1
      ? { code: 'answer.otherAddress', params: { address: only.address } }
      : { code: 'answer.notToUs' };
  return { reason };
}
