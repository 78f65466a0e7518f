import { eventTypeOf } from '../catalogue/event-types.js';
import { conditionWords } from '../conditions/words.js';
import type { Definition } from '../definition/definition.js';
import type { Step } from '../kinds/step.js';
import type { Trigger } from '../trigger/trigger.js';
import type { SummaryWords } from '../kinds/kind.js';
import { kindOf } from '../kinds/registry.js';
import { relativeWords } from '../timing/words.js';

const reentryWords = {
  'once-per-record': 'once for each record',
  'once-per-contact': 'once for each client',
  'every-time': 'every time',
} as const;

/** "a booking is created" */
export const eventWords = (event: string): string => {
  const label = eventTypeOf(event)?.label ?? event;
  return `${label[0]!.toLowerCase()}${label.slice(1)}`;
};

const startWords = (trigger: Trigger): string => {
  const { when } = trigger;
  if (trigger.type === 'event')
    return `When ${eventWords(trigger.event)}${when ? ` and ${conditionWords(when)}` : ''}`;
  return `${relativeWords(trigger.moment.anchor, trigger.moment)}${when ? `, when ${conditionWords(when)}` : ''}`;
};

/** "When a booking is created and Booking kind is Wedding, once for each record" */
export const describeTrigger = (trigger: Trigger): string =>
  `${startWords(trigger)}, ${reentryWords[trigger.reentry]}`;

/** The same for a card, with what ends the run early. */
export function triggerCard({ trigger, exitOn }: Pick<Definition, 'trigger' | 'exitOn'>) {
  const often = reentryWords[trigger.reentry];
  const early = exitOn.map(({ event }) => eventWords(event)).join(' or ');
  return {
    title: startWords(trigger),
    detail: `${often[0]!.toUpperCase()}${often.slice(1)}${early && `; ends early when ${early}`}`,
  };
}

export const describeReentry = (reentry: Trigger['reentry']): string => reentryWords[reentry];

/** One sentence for a step's card. */
export const describeStep = (step: Step, words: SummaryWords): string => kindOf(step).summary(step, words);
