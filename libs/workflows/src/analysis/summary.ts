import { eventTypeOf } from '../catalogue/event-types.js';
import { describeCondition } from '../conditions/describe.js';
import type { Definition } from '../definition/definition.js';
import type { Step } from '../kinds/step.js';
import type { Trigger } from '../trigger/trigger.js';
import type { SummaryLabels } from '../kinds/kind.js';
import { kindOf } from '../kinds/registry.js';
import { describeRelative } from '../timing/describe.js';

const reentryLabels = {
  'once-per-record': 'once for each record',
  'once-per-contact': 'once for each client',
  'every-time': 'every time',
} as const;

/** "a booking is created" */
export const describeEvent = (event: string): string => {
  const label = eventTypeOf(event)?.label ?? event;
  return `${label[0]!.toLowerCase()}${label.slice(1)}`;
};

const describeStart = (trigger: Trigger): string => {
  const { when } = trigger;
  if (trigger.type === 'event')
    return `When ${describeEvent(trigger.event)}${when ? ` and ${describeCondition(when)}` : ''}`;
  return `${describeRelative(trigger.moment.anchor, trigger.moment)}${when ? `, when ${describeCondition(when)}` : ''}`;
};

/** "When a booking is created and Booking kind is Wedding, once for each record" */
export const describeTrigger = (trigger: Trigger): string =>
  `${describeStart(trigger)}, ${reentryLabels[trigger.reentry]}`;

/** The same for a card, with what ends the run early. */
export function triggerCard({ trigger, exitOn }: Pick<Definition, 'trigger' | 'exitOn'>) {
  const often = reentryLabels[trigger.reentry];
  const early = exitOn.map(({ event }) => describeEvent(event)).join(' or ');
  return {
    title: describeStart(trigger),
    detail: `${often[0]!.toUpperCase()}${often.slice(1)}${early && `; ends early when ${early}`}`,
  };
}

export const describeReentry = (reentry: Trigger['reentry']): string => reentryLabels[reentry];

/** One sentence for a step's card. */
export const describeStep = (step: Step, labels: SummaryLabels): string => kindOf(step).summary(step, labels);
