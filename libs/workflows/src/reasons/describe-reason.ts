import type { Trace } from '../conditions/evaluate.js';
import { describeTrace } from '../conditions/describe.js';
import { isTexts, type Language } from '../language/language.js';
import type { ReasonParams } from './reason-message.js';
import { isReasonCode, reasonMessages } from './reason.js';

/** Whether it happened, or only would have. */
export type ReasonMood = 'real' | 'rehearsed';

/** The reason itself, then what was compared. A code that is not known here stands for itself. */
export function describeReason(reason: unknown, language: Language, mood: ReasonMood = 'real'): string[] {
  if (reason === null || typeof reason !== 'object') return [];
  const {
    code,
    params = {},
    looked = [],
    trace: compared,
  } = reason as { code?: string; params?: ReasonParams; looked?: { trace: Trace }[]; trace?: Trace };
  const message = code !== undefined && isReasonCode(code) ? reasonMessages[code] : undefined;
  const sentences = message && ('real' in message ? message[mood] : message);
  return [
    ...(sentences ? [sentences[language](spoken(params, language))] : code ? [code] : []),
    ...(compared ? describeTrace(compared, language) : []),
    ...looked.flatMap(({ trace }) => describeTrace(trace, language)),
  ];
}

/** Params whose texts are those of one language. */
function spoken(params: ReasonParams, language: Language): ReasonParams {
  const say = (value: unknown): unknown => (isTexts(value) ? value[language] : value);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.map(say) : say(value)]),
  );
}
