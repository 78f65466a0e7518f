import type { Language } from '../language/language.js';
import { describeMoment } from '../timing/describe.js';
import { text, type ReasonParams, type ReasonMessages } from './reason-message.js';
import { serverReply } from './server-reply.js';

const whom = {
  en: (p: ReasonParams): string => text(p['to']) || text(p['recipients']) || 'the recipient',
  de: (p: ReasonParams): string => text(p['to']) || text(p['recipients']) || 'den Empfänger',
};
const address = (p: ReasonParams, unknown: string): string => text(p['address']) || unknown;
const style = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const;
const locales = { en: 'en-GB', de: 'de' } as const;

/** "Thu, 3 Jun, 09:00", by the clock of the brand. */
function localMoment(p: ReasonParams, language: Language): string {
  const [until, zone] = [text(p['until']), text(p['zone'])];
  if (!zone) return describeMoment(until, language);
  return new Intl.DateTimeFormat(locales[language], { ...style, timeZone: zone }).format(Date.parse(until));
}

/** What became of a record, so that a person is asked before more is written about it. */
const closedTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  cancelled: { en: 'the booking was cancelled', de: 'wurde die Buchung abgesagt' },
  archived: { en: 'the record was archived', de: 'wurde der Eintrag archiviert' },
  void: { en: 'the invoice was made void', de: 'wurde die Rechnung storniert' },
  closed: { en: 'the inquiry was closed', de: 'wurde die Anfrage geschlossen' },
};
const closed = (p: ReasonParams, language: Language): string =>
  (closedTexts[text(p['closed'])] ?? closedTexts['archived']!)[language];

/** Why an email did not leave, or not yet, for an owner. */
export const mailReasons = {
  'mail.tooManyToday': {
    en: (p) =>
      `Waits ${p['until'] ? `until ${localMoment(p, 'en')}` : 'for another day'}: ${address(p, 'this address')} has had ${String(p['limit'])} emails today, the most that the studio lets workflows send.`,
    de: (p) =>
      `Wartet ${p['until'] ? `bis ${localMoment(p, 'de')}` : 'auf einen anderen Tag'}: ${address(p, 'Diese Adresse')} hat heute schon ${String(p['limit'])} E-Mails bekommen. Mehr lässt das Studio Abläufe nicht senden.`,
  },
  'mail.accountLimit': {
    en: (p) =>
      `Waits until ${localMoment(p, 'en')}: ${address(p, 'the sending account')} has sent as many emails as its limits in the account’s settings allow.`,
    de: (p) =>
      `Wartet bis ${localMoment(p, 'de')}: ${address(p, 'Das Absenderkonto')} hat so viele E-Mails gesendet, wie die Grenzen in den Einstellungen des Kontos erlauben.`,
  },
  'hold.limit': {
    en: (p) =>
      `Held until somebody decides: ${text(p['address'])} gets ${String(p['limit'])} emails a day at most, and all days of the next week are full. Release the email to send it now, or leave it out.`,
    de: (p) =>
      `Zurückgehalten, bis jemand entscheidet: ${text(p['address'])} bekommt höchstens ${String(p['limit'])} E-Mails am Tag, und alle Tage der nächsten Woche sind voll. Gib die E-Mail frei, um sie jetzt zu senden, oder lass sie aus.`,
  },
  'hold.recordClosed': {
    en: (p) =>
      `Held until somebody decides: after the email was written, ${closed(p, 'en')} (${text(p['label'])}). Release the email to send it all the same, or leave it out.`,
    de: (p) =>
      `Zurückgehalten, bis jemand entscheidet: Nachdem die E-Mail geschrieben war, ${closed(p, 'de')} (${text(p['label'])}). Gib die E-Mail frei, um sie trotzdem zu senden, oder lass sie aus.`,
  },
  'hold.staffGone': {
    en: () =>
      'Held until somebody decides: it was to leave in the name of a staff member who has no address any more, or has left the team. Release the email to send it in the brand’s name, or leave it out.',
    de: () =>
      'Zurückgehalten, bis jemand entscheidet: Sie sollte im Namen eines Teammitglieds gehen, das keine Adresse mehr hat oder nicht mehr im Team ist. Gib die E-Mail frei, um sie im Namen der Marke zu senden, oder lass sie aus.',
  },
  'mail.momentPassed': {
    en: (p) =>
      `Not sent: it was to leave before ${describeMoment(text(p['moment']), 'en')} and had to wait until it was too late.`,
    de: (p) =>
      `Nicht gesendet: Sie sollte vor ${describeMoment(text(p['moment']), 'de')} gehen und musste warten, bis es zu spät war.`,
  },
  // The recipient's side.
  'smtp.userUnknown': {
    en: (p) => `There is no mailbox ${whom.en(p)}. Check the address.${serverReply.en(p)}`,
    de: (p) => `Ein Postfach für ${whom.de(p)} gibt es nicht. Prüfe die Adresse.${serverReply.de(p)}`,
  },
  'smtp.domainUnknown': {
    en: (p) => `The domain of ${whom.en(p)} receives no email. Check the address.${serverReply.en(p)}`,
    de: (p) =>
      `E-Mails an ${whom.de(p)} kommen nicht an: Die Domain nimmt keine entgegen. Prüfe die Adresse.${serverReply.de(p)}`,
  },
  'smtp.mailboxFull': {
    en: (p) => `The mailbox of ${whom.en(p)} is full.${serverReply.en(p)}`,
    de: (p) => `Das Postfach für ${whom.de(p)} ist voll.${serverReply.de(p)}`,
  },
  'smtp.recipientRefuses': {
    en: (p) => `${whom.en(p)} does not accept email from this sender.${serverReply.en(p)}`,
    de: (p) => `Von diesem Absender werden E-Mails an ${whom.de(p)} nicht angenommen.${serverReply.de(p)}`,
  },
  'smtp.addressLetters': {
    en: (p) =>
      `${whom.en(p)} holds letters that this mail server cannot send to. Ask for another address, in plain letters before the @.${serverReply.en(p)}`,
    de: (p) =>
      `Dieser Mailserver kann an ${whom.de(p)} nicht senden, weil die Adresse besondere Zeichen enthält. Bitte um eine andere Adresse mit einfachen Buchstaben vor dem @.${serverReply.de(p)}`,
  },
  // The message.
  'smtp.tooBig': {
    en: (p) =>
      `The email is too big for the mail server. Make its images or texts smaller.${serverReply.en(p)}`,
    de: (p) =>
      `Die E-Mail ist zu groß für den Mailserver. Verkleinere Bilder oder Texte.${serverReply.de(p)}`,
  },
  'smtp.content': {
    en: (p) => `The content of the email was refused. Change its text or links.${serverReply.en(p)}`,
    de: (p) =>
      `Der Inhalt der E-Mail wurde abgelehnt. Ändere ihren Text oder ihre Links.${serverReply.de(p)}`,
  },
  'smtp.unexplained': {
    en: (p) => `The mail server refused it.${serverReply.en(p)}`,
    de: (p) => `Der Mailserver hat sie abgelehnt.${serverReply.de(p)}`,
  },
  'smtp.refused': {
    en: (p) => `The mail server refused it: ${text(p['reply'] ?? p['detail'])}`,
    de: (p) => `Der Mailserver hat sie abgelehnt: ${text(p['reply'] ?? p['detail'])}`,
  },
  // Worth another try.
  'smtp.temporary': {
    en: (p) => `The mail server asked to try later: ${text(p['reply'])}`,
    de: (p) => `Der Mailserver bat, es später noch einmal zu versuchen: ${text(p['reply'])}`,
  },
  'smtp.busy': {
    en: (p) => `The mail server asked to try later.${serverReply.en(p)}`,
    de: (p) => `Der Mailserver bat, es später noch einmal zu versuchen.${serverReply.de(p)}`,
  },
  'smtp.throttled': {
    en: (p) =>
      `The mail server takes fewer emails at the moment. They leave more slowly, and none is lost.${serverReply.en(p)}`,
    de: (p) =>
      `Der Mailserver nimmt im Moment weniger E-Mails an. Sie gehen langsamer, und keine geht verloren.${serverReply.de(p)}`,
  },
  'smtp.signInLater': {
    en: (p) => `The mail server puts the sign-in off. It is tried again.${serverReply.en(p)}`,
    de: (p) => `Der Mailserver verschiebt die Anmeldung. Es wird noch einmal versucht.${serverReply.de(p)}`,
  },
  'smtp.greylisted': {
    en: (p) => `The mail server of the recipient wants to be tried again in a while.${serverReply.en(p)}`,
    de: (p) =>
      `Der Mailserver des Empfängers möchte, dass es nach einer Weile noch einmal versucht wird.${serverReply.de(p)}`,
  },
  'smtp.mailboxBusy': {
    en: (p) =>
      `The mailbox of the recipient accepts nothing at the moment. It is tried again.${serverReply.en(p)}`,
    de: (p) => `Das Postfach nimmt im Moment nichts an. Es wird noch einmal versucht.${serverReply.de(p)}`,
  },
  'smtp.noConnection': {
    en: () => 'The mail server cannot be reached. It is tried again.',
    de: () => 'Der Mailserver ist nicht erreichbar. Es wird noch einmal versucht.',
  },
  'smtp.linkBroke': {
    en: () => 'The connection broke off before the mail server answered.',
    de: () => 'Die Verbindung brach ab, bevor der Mailserver antwortete.',
  },
  'smtp.account': {
    en: (p) => `The sending account does not work: ${text(p['reply'])}`,
    de: (p) => `Das Absenderkonto funktioniert nicht: ${text(p['reply'])}`,
  },
} as const satisfies ReasonMessages;
