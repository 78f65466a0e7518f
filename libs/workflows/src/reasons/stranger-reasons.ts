import { describeField } from '../conditions/describe.js';
import { text, type ReasonParams, type ReasonMessages } from './reason-message.js';

/** What gives an advertisement away: "holds a link". */
const signs: Readonly<Record<string, string>> = {
  link: 'holds a link',
  address: 'holds an email address',
  number: 'holds a phone number',
  money: 'promises money',
  lines: 'has several lines, or hidden characters',
  symbols: 'is full of symbols',
  long: 'is longer than a name',
};

/** Why strangers are not answered by a machine. */
export const strangerReasons = {
  'mail.nameAdvertises': (p: ReasonParams) =>
    `Not sent automatically: ${describeField(text(p['field']))} ${signs[text(p['sign'])] ?? 'looks like an advertisement'}, as advertisements do that are sent through forms. Write by hand if somebody real asks.`,
  'mail.manyFirstContacts': (p: ReasonParams) =>
    `Held: more than ${String(p['limit'])} people who were never written to asked within an hour. Look at their inquiries, then release or drop the emails.`,
} as const satisfies ReasonMessages;
