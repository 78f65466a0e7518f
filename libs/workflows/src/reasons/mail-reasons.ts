import { describeMoment } from '../timing/describe.js';
import { text, type ReasonParams, type ReasonMessages } from './reason-message.js';

const said = (p: ReasonParams): string => {
  const reply = text(p['reply'] ?? p['detail']);
  return reply ? ` The mail server said: “${reply}”` : '';
};
const whom = (p: ReasonParams): string => text(p['to']) || text(p['recipients']) || 'the recipient';
const from = (p: ReasonParams): string => text(p['from']) || 'this address';
const goesOn = 'Held emails go on by themselves as soon as one is accepted again.';

/** "Thu, 3 Jun, 09:00", by the clock of the brand. */
function describeLocalDay(p: ReasonParams): string {
  const [until, zone] = [text(p['until']), text(p['zone'])];
  if (!zone) return describeMoment(until);
  const style = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: zone }).format(Date.parse(until));
}

/** Why a mail did not leave, or not yet, in an owner's words. */
export const mailReasons = {
  'mail.tooManyToday': (p) =>
    p['until']
      ? `Waits until ${describeLocalDay(p)}: ${text(p['address']) || 'this address'} has had ${String(p['limit'])} emails today, the most that the studio lets workflows send.`
      : `Waits for another day: ${text(p['address']) || 'this address'} has had ${String(p['limit'])} emails today, the most that the studio lets workflows send.`,
  'hold.limit': (p) =>
    `Held until somebody decides: ${text(p['address'])} gets ${String(p['limit'])} emails a day at most, and all days of the next week are full. Release the email to send it now, or leave it out.`,
  'mail.momentPassed': (p) =>
    `Not sent: it was to leave before ${describeMoment(text(p['moment']))} and had to wait until it was too late.`,
  'send.window': () => 'It leaves when its send window opens.',
  // The recipient's side.
  'smtp.userUnknown': (p) => `There is no mailbox ${whom(p)}. Check the address.${said(p)}`,
  'smtp.domainUnknown': (p) => `The domain of ${whom(p)} receives no email. Check the address.${said(p)}`,
  'smtp.mailboxFull': (p) => `The mailbox of ${whom(p)} is full.${said(p)}`,
  'smtp.recipientRefuses': (p) => `${whom(p)} does not accept email from this sender.${said(p)}`,
  'smtp.addressLetters': (p) =>
    `${whom(p)} holds letters that this mail server cannot send to. Ask for another address, in plain letters before the @.${said(p)}`,
  // The message.
  'smtp.tooBig': (p) =>
    `The email is too big for the mail server. Make its images or texts smaller.${said(p)}`,
  'smtp.content': (p) => `The content of the email was refused. Change its text or links.${said(p)}`,
  'smtp.unexplained': (p) => `The mail server refused it.${said(p)}`,
  'smtp.refused': (p) => `The mail server refused it: ${text(p['reply'] ?? p['detail'])}`,
  // Worth another try.
  'smtp.temporary': (p) => `The mail server asked to try later: ${text(p['reply'])}`,
  'smtp.busy': (p) => `The mail server asked to try later.${said(p)}`,
  'smtp.greylisted': (p) => `The mail server of the recipient wants to be tried again in a while.${said(p)}`,
  'smtp.mailboxBusy': (p) =>
    `The mailbox of the recipient accepts nothing at the moment. It is tried again.${said(p)}`,
  'smtp.noConnection': () => 'The mail server cannot be reached. It is tried again.',
  'smtp.linkBroke': () => 'The connection broke off before the mail server answered.',
  'smtp.account': (p) => `The sending account does not work: ${text(p['reply'])}`,
  // The account: every mail of it is held.
  'account.signIn': (p) =>
    `Held: the mail server does not accept the sign-in of the sending account. ${goesOn}${said(p)}`,
  'account.signInOff': (p) =>
    `Held: sign-in by password is switched off for the sending account. Switch it on at the provider, or connect the account in another way. ${goesOn}${said(p)}`,
  'account.appPassword': (p) =>
    `Held: the sending account needs an app password instead of the usual one. ${goesOn}${said(p)}`,
  'account.senderRejected': (p) =>
    `Held: the sending account may not send as ${from(p)}. Allow this address at the provider, or choose another sender. ${goesOn}${said(p)}`,
  'account.limit': (p) =>
    `Held: the sending account has reached its limit. It goes on by itself when the provider allows it, tomorrow at the latest with most.${said(p)}`,
  'account.suspended': (p) => `Held: the provider has stopped the sending account. ${goesOn}${said(p)}`,
  'account.reputation': (p) =>
    `Held: the server that sends is on a blocklist. Its operator can have it removed. ${goesOn}${said(p)}`,
  'account.relayDenied': (p) =>
    `Held: the mail server does not send for this account. Check the sign-in of the account. ${goesOn}${said(p)}`,
  'account.domainSetup': (p) =>
    `Held: the domain of ${from(p)} is not set up for sending (SPF, DKIM, DMARC). ${goesOn}${said(p)}`,
  'account.tls': (p) => `Held: the mail server wants an encrypted connection. ${goesOn}${said(p)}`,
  'account.server': (p) => `Held: the mail server of the sending account does not work. ${goesOn}${said(p)}`,
  'account.unreachable': (p) =>
    `Held: the mail server of the sending account cannot be reached. ${goesOn}${said(p)}`,
} as const satisfies ReasonMessages;
