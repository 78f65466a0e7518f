import { fieldName } from '../catalogue/labels.js';
import type { Language, Texts } from '../language/language.js';
import { text, type ReasonParams, type ReasonMessages } from './reason-message.js';

/** What gives an advertisement away: "holds a link". */
const signs: Readonly<Record<string, Texts>> = {
  link: { en: 'holds a link', de: 'enthält einen Link' },
  address: { en: 'holds an email address', de: 'enthält eine E-Mail-Adresse' },
  number: { en: 'holds a phone number', de: 'enthält eine Telefonnummer' },
  money: { en: 'promises money', de: 'verspricht Geld' },
  lines: { en: 'has several lines, or hidden characters', de: 'hat mehrere Zeilen oder versteckte Zeichen' },
  symbols: { en: 'is full of symbols', de: 'ist voller Sonderzeichen' },
  long: { en: 'is longer than a name', de: 'ist länger als ein Name' },
};
const anySign: Texts = { en: 'looks like an advertisement', de: 'sieht nach Werbung aus' };

export const advertisingSign = (p: ReasonParams, language: Language): string => {
  const name = text(p['sign']);
  return (Object.hasOwn(signs, name) ? signs[name]! : anySign)[language];
};

/** Why strangers are not answered by a machine. */
export const strangerReasons = {
  'mail.nameAdvertises': {
    en: (p) =>
      `Not sent automatically: ${fieldName(text(p['field']), 'en')} ${advertisingSign(p, 'en')}, as advertisements do that are sent through forms. Write by hand if somebody real asks.`,
    de: (p) =>
      `Nicht automatisch gesendet: „${fieldName(text(p['field']), 'de')}“ ${advertisingSign(p, 'de')}, wie bei Werbung, die über Formulare verschickt wird. Schreibe von Hand, wenn wirklich jemand anfragt.`,
  },
  'mail.manyFirstContacts': {
    en: (p) =>
      `Held: more than ${String(p['limit'])} people who were never written to asked within an hour. Look at their inquiries, then release or drop the emails.`,
    de: (p) =>
      `Zurückgehalten: Mehr als ${String(p['limit'])} Menschen, denen noch nie geschrieben wurde, haben in einer Stunde angefragt. Sieh dir ihre Anfragen an und gib die E-Mails dann frei oder verwirf sie.`,
  },
} as const satisfies ReasonMessages;
