import { addressedTo } from './addressed-to.js';
import { ageRefusal } from './age-refusal.js';
import type {
  Addressed,
  AnswerContext,
  AnswerDecision,
  FullAnswerContext,
  MailToAnswer,
  Refused,
} from './answer-context.js';
import type { AnswerPast } from './answer-past.js';
import { personKey } from './keys.js';
import { limitRefusal } from './limit-refusal.js';
import {
  forgeryRefusal,
  formRefusal,
  machineRefusal,
  nameRefusal,
  reportRefusal,
  senderRefusal,
  type AnswerReason,
} from './sender-refusal.js';

const refused = ({ classified }: MailToAnswer, reason: AnswerReason): Refused => ({
  answer: false,
  reason,
  seen: classified.silence,
});

/**
 * Whom a machine would answer, by the mail alone (RFC 3834, RFC 5230). The first rule that says no gives the reason. A form that the owner marked is automatic by nature: what asks for
 * silence there, and what its own server thinks of it, counts not; whoever filled it in is answered.
 */
export function whomToAnswer(message: MailToAnswer, context: AnswerContext): Addressed | Refused {
  const isForm = message.classified.kind === 'form';
  const reason =
    ageRefusal(message, context) ??
    reportRefusal(message) ??
    senderRefusal(message, context.addresses) ??
    (isForm ? formRefusal(message) : machineRefusal(message)) ??
    (isForm ? undefined : forgeryRefusal(message, context.authServers)) ??
    nameRefusal(message);
  if (reason) return refused(message, reason);
  const addressed = addressedTo(message, context.addresses);
  if ('reason' in addressed) return refused(message, addressed.reason);
  const { person } = message.classified;
  if (!person) return refused(message, { code: 'answer.noSender' });
  return { answer: true, to: person, personKey: personKey(person.address, isForm), from: addressed.from };
}

/** Whether the answers before leave room for one more. */
export function withinLimits(
  message: MailToAnswer,
  whom: Addressed,
  { limits, now }: AnswerContext,
  past: AnswerPast,
): AnswerDecision {
  const refusal = limitRefusal(past, limits, now, whom.to.address);
  if (refusal) return { ...refused(message, refusal.reason), ...refusal };
  return past.stoppedSince ? { ...whom, closesBreaker: true } : whom;
}

/** May a machine answer this mail? Pure: what it knows of time and of earlier answers is given. */
export function mayAnswer(message: MailToAnswer, context: FullAnswerContext): AnswerDecision {
  const whom = whomToAnswer(message, context);
  return whom.answer ? withinLimits(message, whom, context, context.past) : whom;
}
