import type { AnswerLimits, Refused } from './answer-context.js';
import type { AnswerPast } from './answer-past.js';
import type { AnswerReason } from './sender-refusal.js';

const DAY = 24 * 60 * 60_000;

export interface LimitRefusal extends Pick<Refused, 'isCounted' | 'opensBreaker'> {
  readonly reason: AnswerReason;
}

/** Half of what opens the breaker keeps it open: a flood that lasts tells the owner once. */
const mostBefore = ({ stoppedSince }: AnswerPast, { anHour }: AnswerLimits): number =>
  stoppedSince ? Math.floor(anHour / 2) : anHour;

/** What answers before leave no room for. @param person as shown */
export function limitRefusal(
  past: AnswerPast,
  limits: AnswerLimits,
  now: Date,
  person: string,
): LimitRefusal | undefined {
  if (past.inThread) return { reason: { code: 'answer.inThread' } };
  if (past.toPerson && now.getTime() - past.toPerson.getTime() < limits.days * DAY)
    return { reason: { code: 'answer.inWindow', params: { person, days: limits.days } } };
  if (past.lastHour < mostBefore(past, limits)) return undefined;
  const reason: AnswerReason = {
    code: 'answer.manyInAnHour',
    params: { limit: limits.anHour, count: past.lastHour },
  };
  return { reason, isCounted: true, ...(!past.stoppedSince && { opensBreaker: true }) };
}
