import type { AnswerReasonCode, Reason } from '@cueline/workflows';
import { plainKey } from '../../incoming/links/address-forms.js';
import type { MailKind } from '../../incoming/kind/classify.js';
import { isFormText } from '../../incoming/kind/form-person.js';
import { isNobody, sign, type Sign } from '../../incoming/kind/signs.js';
import { advertises } from '../advertises.js';
import type { MailToAnswer, StudioAddresses } from './answer-context.js';
import { dmarcOf } from './authentication-results.js';

export type AnswerReason = Reason<AnswerReasonCode>;

/** Whoever must not be answered because of who they are: nobody, several at once, or the studio itself. */
export function senderRefusal(
  { mail, classified }: MailToAnswer,
  addresses: StudioAddresses,
): AnswerReason | undefined {
  const { kind, person } = classified;
  const isForm = kind === 'form';
  if (isForm && !person) return { code: 'answer.formWithoutPerson' };
  if (!isForm && mail.from.length === 0) return { code: 'answer.noSender' };
  if (!isForm && new Set(mail.from.map(({ key }) => key)).size > 1) return { code: 'answer.severalSenders' };
  // The studio's own form writes from the studio's own address: there only its person counts.
  const people = [...(person ? [person] : []), ...(isForm ? [] : [...mail.from, ...mail.sender])];
  const isOf = (keys: readonly string[]) => {
    const plain = new Set(keys.map(plainKey));
    return people.find(({ key }) => plain.has(plainKey(key)));
  };
  const own = isOf([addresses.mailbox, ...addresses.aliases]);
  if (own) return { code: 'answer.ownAddress', params: { address: own.address } };
  const sibling = isOf(addresses.siblings);
  return sibling && { code: 'answer.siblingAddress', params: { address: sibling.address } };
}

const reports: Partial<Record<MailKind, AnswerReasonCode>> = {
  bounce: 'answer.bounce',
  complaint: 'answer.complaint',
  calendar: 'answer.calendar',
};

/** What a sign stands for, the surest first. A sign that is not named here is one of a machine. */
const meanings: readonly { readonly code: AnswerReasonCode; readonly means: (sign: Sign) => boolean }[] = [
  {
    code: 'answer.list',
    means: ({ sign, value }) => /^list-/.test(sign) || (sign === 'precedence' && !/^auto/i.test(value)),
  },
  { code: 'answer.noReturnPath', means: ({ sign }) => sign === 'return-path' },
  { code: 'answer.spam', means: ({ sign }) => /spam|-scl$/.test(sign) },
  { code: 'answer.loop', means: ({ sign }) => /loop/.test(sign) },
  { code: 'answer.nobody', means: ({ sign }) => sign === 'nobody' },
  { code: 'answer.suppressed', means: ({ sign }) => sign === 'x-auto-response-suppress' },
  { code: 'answer.automaticSubject', means: ({ sign }) => sign === 'subject' },
];
const isMachine = (one: Sign): boolean => one.sign !== 'kind' && !meanings.some(({ means }) => means(one));

/** It reports something about a mail: its sender, if it has any, is a server. */
export const reportRefusal = ({ classified }: MailToAnswer): AnswerReason | undefined => {
  const code = reports[classified.kind];
  return code && { code };
};

/** A machine wrote it, or it asks for silence. @param message of any kind but a form's */
export function machineRefusal(message: MailToAnswer): AnswerReason | undefined {
  const { kind, silence } = message.classified;
  const machine = silence.find(isMachine);
  const silent = meanings
    .map(({ code, means }) => [code, silence.find(means)] as const)
    .find(([, one]) => one);
  const [code, seen] = machine ? (['answer.automatic', machine] as const) : (silent ?? []);
  if (code === undefined)
    return kind === 'human' ? undefined : { code: kind === 'list' ? 'answer.list' : 'answer.automatic' };
  const sender = unmarkedForm(message);
  if (sender !== undefined) return { code: 'answer.unmarkedForm', params: { address: sender } };
  return { code, params: seen?.sign === 'nobody' ? { address: seen.value } : { ...seen } };
}

/** Where a form of a website writes from that nobody has marked as one: it has answers go to a stranger, and its text has a form's fields. */
function unmarkedForm({ mail, classified }: MailToAnswer): string | undefined {
  const [from, replyTo] = [mail.from[0], mail.replyTo[0]];
  const isOther = replyTo && from && replyTo.key !== from.key && !isNobody(replyTo.address);
  const isAnswer = classified.silence.some(
    ({ sign, value }) => sign === 'auto-submitted' && /^auto-replied/i.test(value),
  );
  const isList = mail.headers.has('list-id') || mail.headers.has('list-post');
  return isOther && !isAnswer && !isList && isFormText(mail.text) ? from.address : undefined;
}

/** Of a form, what a machine writes by itself in answer to something; a form's own mails are automatic, and are answered. */
export const formRefusal = ({ classified }: MailToAnswer): AnswerReason | undefined => {
  const replied = classified.silence.find(
    ({ sign, value }) => sign === 'auto-submitted' && /^auto-(?:replied|notified)/i.test(value),
  );
  return replied && { code: 'answer.automatic', params: { ...replied } };
};

/** The mailbox's own server does not believe the sender. */
export function forgeryRefusal(
  { mail }: MailToAnswer,
  authServers: readonly string[],
): AnswerReason | undefined {
  const dmarc = dmarcOf(mail.headers, authServers);
  return dmarc?.result === 'fail'
    ? { code: 'answer.forgedSender', params: { ...sign('dmarc', ['fail', dmarc.domain].join(' ')) } }
    : undefined;
}

/** An answer begins with the name that a stranger gave: forms are filled in so that it is their advertisement that the studio sends. */
export function nameRefusal({ classified: { person } }: MailToAnswer): AnswerReason | undefined {
  if (!person || person.name === '' || person.name.toLowerCase() === person.address.toLowerCase())
    return undefined;
  const found = advertises(person.name);
  return found && { code: 'answer.nameAdvertises', params: { name: person.name, sign: found } };
}
