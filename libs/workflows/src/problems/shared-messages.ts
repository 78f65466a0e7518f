import { conditionMessages } from './condition-messages.js';
import { dateMessages } from './date-problems.js';
import type { ProblemMessages } from './problem.js';
import { textMessages } from './text-messages.js';

/** Of what several kinds of step have: conditions, texts, dates, limits, reminders, recipients. */
export const sharedMessages = {
  ...conditionMessages,
  ...dateMessages,
  ...textMessages,
  'limit.noTime': () => 'Nothing can happen in no time. Set how long to wait at most.',
  'approve.remindsTooOften': (p) => `A reminder every ${p['every']} is too often. Set an hour or more.`,
  'mail.badAddress': (p) =>
    p['address'] ? `"${p['address']}" is not an email address. ${p['why']}` : 'Enter an email address.',
  'mail.roleUnavailable': (p) =>
    `This workflow starts from a record that has no one like ${p['role']}. Choose another recipient.`,
} as const satisfies ProblemMessages;
export type SharedProblemCode = keyof typeof sharedMessages;
