import { conditionMessages } from './condition-messages.js';
import { dateMessages } from './date-problems.js';
import type { ProblemMessages } from './problem.js';
import { textMessages } from './text-messages.js';

/** Of what several kinds of step have: conditions, texts, dates, limits, reminders, recipients. */
export const sharedMessages = {
  ...conditionMessages,
  ...dateMessages,
  ...textMessages,
  'limit.noTime': {
    en: () => 'Nothing can happen in no time. Set how long to wait at most.',
    de: () => 'In keiner Zeit kann nichts geschehen. Setze, wie lange höchstens gewartet wird.',
  },
  'approve.remindsTooOften': {
    en: (p) => `A reminder every ${p['every']} is too often. Set an hour or more.`,
    de: (p) => `Eine Erinnerung alle ${p['every']} ist zu oft. Setze eine Stunde oder mehr.`,
  },
  'mail.badAddress': {
    en: (p) =>
      p['address'] ? `"${p['address']}" is not an email address. ${p['why']}` : 'Enter an email address.',
    de: (p) =>
      p['address']
        ? `„${p['address']}“ ist keine E-Mail-Adresse. ${p['why']}`
        : 'Gib eine E-Mail-Adresse ein.',
  },
  'mail.roleUnavailable': {
    en: (p) =>
      `This workflow starts from a record that has no one like ${p['role']}. Choose another recipient.`,
    de: (p) =>
      `Zu dem Datensatz, mit dem dieser Ablauf startet, gibt es ${p['role']} nicht. Wähle einen anderen Empfänger.`,
  },
} as const satisfies ProblemMessages;
export type SharedProblemCode = keyof typeof sharedMessages;
