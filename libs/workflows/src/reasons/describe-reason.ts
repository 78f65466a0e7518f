import type { Trace } from '../conditions/evaluate.js';
import { describeTrace } from '../conditions/describe.js';
import type { ReasonParams } from './reason-message.js';
import { isReasonCode, reasonMessages } from './reason.js';

/** Whether it happened, or only would have. */
export type ReasonMood = 'real' | 'rehearsed';

/** The reason itself, then what was compared. A code that is not known here stands for itself. */
export function describeReason(reason: unknown, mood: ReasonMood = 'real'): string[] {
  if (reason === null || typeof reason !== 'object') return [];
  const {
    code,
    params = {},
    looked = [],
    trace: compared,
  } = reason as { code?: string; params?: ReasonParams; looked?: { trace: Trace }[]; trace?: Trace };
  const message = code !== undefined && isReasonCode(code) ? reasonMessages[code] : undefined;
  const say = typeof message === 'object' ? message[mood] : message;
  return [
    ...(say ? [say(params)] : code ? [code] : []),
    ...(compared ? describeTrace(compared) : []),
    ...looked.flatMap(({ trace }) => describeTrace(trace)),
  ];
}
