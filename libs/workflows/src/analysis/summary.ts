import { eventTypeOf } from '../catalogue/event-types.js';
import { conditionWords } from '../conditions/words.js';
import type { Step } from '../definition/step.js';
import type { Trigger } from '../definition/trigger.js';
import type { SummaryWords } from '../kinds/kind.js';
import { kindOf } from '../kinds/registry.js';

const reentryWords = {
  'once-per-record': 'once for each record',
  'once-per-contact': 'once for each client',
  'every-time': 'every time',
} as const;

/** "When a booking is created and Booking kind is Wedding, once for each record" */
export function describeTrigger({ event, when, reentry }: Trigger): string {
  const label = eventTypeOf(event)?.label ?? event;
  const condition = when ? ` and ${conditionWords(when)}` : '';
  return `When ${label[0]!.toLowerCase()}${label.slice(1)}${condition}, ${reentryWords[reentry]}`;
}

export const describeReentry = (reentry: Trigger['reentry']): string => reentryWords[reentry];

/** One sentence for a step's card. */
export const describeStep = (step: Step, words: SummaryWords): string => kindOf(step).summary(step, words);
