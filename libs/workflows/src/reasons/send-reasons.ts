import type { Language } from '../language/language.js';
import { describeMoment } from '../timing/describe.js';
import { text, type ReasonMessages, type ReasonParams } from './reason-message.js';
import { serverReply } from './server-reply.js';

const note = (p: ReasonParams): string => (p['note'] ? ` ${text(p['note'])}` : '');
const address = (p: ReasonParams, unknown: string): string => text(p['address']) || unknown;
/** " since 3 Jun 2027", where it is known. */
const since = (p: ReasonParams, language: Language): string => {
  const at = text(p['since']);
  return at ? `${language === 'de' ? ' seit ' : ' since '}${describeMoment(at, language)}` : '';
};
const broken = (p: ReasonParams, what: string): string => `${what} ${text(p['mistake'])}`.trimEnd();

const roles: Readonly<Record<string, string>> = {
  client: 'Kunde',
  vendors: 'Dienstleister',
  staff: 'Team der Buchung',
  inquirer: 'Anfragende Person',
  owner: 'Inhaber',
  members: 'Alle im Studio',
};
const role = (p: ReasonParams, language: Language): string => {
  const name = text(p['role']);
  return (language === 'de' && Object.hasOwn(roles, name) ? roles[name] : undefined) ?? name;
};

/** What became of an email, and of what it is written from. */
export const sendReasons = {
  'mail.awaitsApproval': {
    real: {
      en: () => 'The mail waits for somebody of the studio to approve it.',
      de: () => 'Die E-Mail wartet darauf, dass jemand aus dem Studio sie freigibt.',
    },
    rehearsed: {
      en: () => 'The email would wait for somebody of the studio to approve it.',
      de: () => 'Die E-Mail würde darauf warten, dass jemand aus dem Studio sie freigibt.',
    },
  },
  'mail.declined': {
    en: (p) => `${text(p['by'])} decided that this mail is not sent.${note(p)}`,
    de: (p) => `${text(p['by'])} hat entschieden, dass diese E-Mail nicht gesendet wird.${note(p)}`,
  },
  'mail.sameFact': {
    en: () => 'Left out: another workflow has sent this mail about the same event.',
    de: () => 'Ausgelassen: Ein anderer Ablauf hat diese E-Mail zum selben Ereignis schon gesendet.',
  },
  'send.sent': {
    real: {
      en: (p) => `Sent to ${text(p['recipients'])}.`,
      de: (p) => `Gesendet an ${text(p['recipients'])}.`,
    },
    rehearsed: {
      en: (p) => `Would be sent to ${text(p['recipients'])}.`,
      de: (p) => `Würde gesendet an ${text(p['recipients'])}.`,
    },
  },
  'send.waiting': {
    en: (p) => `The mail to ${text(p['recipients'])} waits; the ledger goes on with it.`,
    de: (p) => `Die E-Mail an ${text(p['recipients'])} wartet im Postausgang.`,
  },
  'send.released': { en: () => 'It is on its way again.', de: () => 'Sie ist wieder unterwegs.' },
  'send.skippedByPerson': {
    en: (p) => `${text(p['by']) || 'Somebody'} decided that this mail is not sent.${note(p)}`,
    de: (p) =>
      `${text(p['by']) || 'Jemand'} hat entschieden, dass diese E-Mail nicht gesendet wird.${note(p)}`,
  },
  'send.late': {
    en: () =>
      'Held until somebody decides: the sending account works again, but this email has waited for so long that it may be out of date. Release it, or leave it out.',
    de: () =>
      'Zurückgehalten, bis jemand entscheidet: Das Absenderkonto funktioniert wieder, aber diese E-Mail hat so lange gewartet, dass sie überholt sein kann. Gib sie frei oder lass sie aus.',
  },
  'send.tooLate': {
    en: () => 'Left out: the sending account did not work for longer than the studio lets an email wait.',
    de: () =>
      'Ausgelassen: Das Absenderkonto hat länger nicht funktioniert, als das Studio eine E-Mail warten lässt.',
  },
  'send.gaveUp': {
    en: () => 'The email could not be delivered for two days, and is not tried any more.',
    de: () => 'Die E-Mail konnte zwei Tage lang nicht zugestellt werden und wird nicht mehr versucht.',
  },
  'send.inDoubt': {
    en: () => 'Nobody can say whether the mail server took the mail.',
    de: () => 'Niemand kann sagen, ob der Mailserver die E-Mail angenommen hat.',
  },
  'send.markedSent': {
    en: (p) => `${text(p['by']) || 'Somebody'} decided that this email was sent.`,
    de: (p) => `${text(p['by']) || 'Jemand'} hat entschieden, dass diese E-Mail gesendet wurde.`,
  },
  'send.repeatedByPerson': {
    en: (p) => `${text(p['by']) || 'Somebody'} decided to send this email once more.`,
    de: (p) => `${text(p['by']) || 'Jemand'} hat entschieden, diese E-Mail noch einmal zu senden.`,
  },
  'send.bounced': {
    en: (p) => `It came back: ${address(p, 'the address')} could not be reached.${serverReply.en(p)}`,
    de: (p) => `Sie kam zurück: ${address(p, 'Die Adresse')} war nicht erreichbar.${serverReply.de(p)}`,
  },
  'send.held': {
    en: () => 'It leaves when the run goes on.',
    de: () => 'Sie geht, wenn der Durchlauf weitergeht.',
  },
  'send.window': {
    en: () => 'It leaves when its send window opens.',
    de: () => 'Sie geht, sobald sich das Sendefenster öffnet.',
  },
  'recipient.noAddress': {
    en: (p) => `There is no mail address for ${text(p['people']) || text(p['role'])}.`,
    de: (p) => `Es fehlt die E-Mail-Adresse von: ${text(p['people']) || role(p, 'de')}.`,
  },
  'recipient.none': {
    en: (p) => `There is nobody in the role ${role(p, 'en')}.`,
    de: (p) => `Es gibt niemanden in der Rolle „${role(p, 'de')}“.`,
  },
  'recipient.badAddress': {
    en: (p) => `${text(p['to'])} is no address that email can be sent to. Check it and write again.`,
    de: (p) =>
      `An ${text(p['to'])} lässt sich keine E-Mail senden. Prüfe die Adresse und schreib noch einmal.`,
  },
  'recipient.changed': {
    en: () => 'The recipient’s address has changed meanwhile.',
    de: () => 'Die Adresse hat sich inzwischen geändert.',
  },
  'recipient.unsubscribed': {
    en: (p) => `${address(p, 'The recipient')} has unsubscribed from marketing email${since(p, 'en')}.`,
    de: (p) => `${address(p, 'Die Adresse')} hat Werbung abbestellt${since(p, 'de')}.`,
  },
  'recipient.complained': {
    en: (p) => `${address(p, 'The recipient')} has reported an email as spam${since(p, 'en')}.`,
    de: (p) => `${address(p, 'Die Adresse')} hat eine E-Mail als Spam gemeldet${since(p, 'de')}.`,
  },
  'recipient.bounced': {
    en: (p) =>
      `Emails to ${address(p, 'this address')} come back${since(p, 'en')}. Correct the address, or remove it from the Don’t-email list.`,
    de: (p) =>
      `E-Mails an ${address(p, 'diese Adresse')} kommen zurück${since(p, 'de')}. Berichtige die Adresse, oder nimm sie von der Sperrliste.`,
  },
  'recipient.dontEmail': {
    en: (p) =>
      `${address(p, 'The address')} is on the Don’t-email list${since(p, 'en')}${p['by'] ? `, added by ${text(p['by'])}` : ''}.`,
    de: (p) =>
      `${address(p, 'Die Adresse')} steht auf der Sperrliste${since(p, 'de')}${p['by'] ? `, eingetragen von ${text(p['by'])}` : ''}.`,
  },
  'recipient.optedOut': {
    en: () => 'The client does not want marketing mail.',
    de: () => 'Der Kunde möchte keine Werbung.',
  },
  'text.broken': {
    en: (p) => broken(p, 'The text has mistakes.'),
    de: (p) => broken(p, 'Der Text hat Fehler.'),
  },
  'text.budget': { en: () => 'The text asks for too much.', de: () => 'Der Text verlangt zu viel.' },
  'template.missing': {
    en: () => 'The template does not exist any more.',
    de: () => 'Die Vorlage gibt es nicht mehr.',
  },
  'template.broken': {
    en: (p) => broken(p, 'The template has mistakes.'),
    de: (p) => broken(p, 'Die Vorlage hat Fehler.'),
  },
  'template.budget': {
    en: () => 'The template asks for too much.',
    de: () => 'Die Vorlage verlangt zu viel.',
  },
} as const satisfies ReasonMessages;
