import { readHeaderDate } from '../../incoming/parse/header-date.js';
import type { AnswerContext, MailToAnswer } from './answer-context.js';
import type { AnswerReason } from './sender-refusal.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Clocks of servers differ. */
const TOLERANCE = 10 * MINUTE;
/** A queue holds a mail for hours, before the last server has it and not after. */
const LONGEST_AFTER_ARRIVAL = 24 * HOUR;

/** When the last server got it, by what that wrote; null where it wrote nothing. */
function arrivedAt({ headers }: MailToAnswer['mail']): Date | null {
  const topmost = headers.get('received')?.[0] ?? '';
  return readHeaderDate(topmost.slice(topmost.lastIndexOf(';') + 1));
}

/** A machine answers what has just come. The mail's own date decides nothing: it is the sender's claim. */
export function ageRefusal(
  { mail, receivedAt, isNews }: MailToAnswer,
  { connectedAt, limits, now }: AnswerContext,
): AnswerReason | undefined {
  if (!isNews) return { code: 'answer.imported' };
  const received = receivedAt.getTime();
  if (!(received >= connectedAt.getTime() - TOLERANCE)) return { code: 'answer.beforeConnected' };
  const arrived = arrivedAt(mail);
  if (arrived && received - arrived.getTime() > LONGEST_AFTER_ARRIVAL) return { code: 'answer.copiedIn' };
  if (now.getTime() - received > limits.hours * HOUR)
    return { code: 'answer.tooOld', params: { hours: limits.hours } };
  return undefined;
}
