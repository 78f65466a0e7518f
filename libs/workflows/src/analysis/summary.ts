import { eventClause } from '../catalogue/labels.js';
import { describeCondition } from '../conditions/describe.js';
import type { Definition } from '../definition/definition.js';
import type { SummaryLabels } from '../kinds/kind.js';
import { kindOf } from '../kinds/registry.js';
import type { Step } from '../kinds/step.js';
import { upperFirst } from '../language/first-letter.js';
import type { Language, Texts } from '../language/language.js';
import { describeRelative } from '../timing/describe.js';
import type { Trigger } from '../trigger/trigger.js';

const reentry: Readonly<Record<Trigger['reentry'], Texts>> = {
  'once-per-record': { en: 'once for each record', de: 'einmal je Datensatz' },
  'once-per-contact': { en: 'once for each client', de: 'einmal je Kunde' },
  'every-time': { en: 'every time', de: 'jedes Mal' },
};
const texts = {
  when: { en: 'when', de: 'wenn' },
  and: { en: 'and', de: 'und' },
  or: { en: ' or ', de: ' oder ' },
  early: { en: '; ends early when ', de: '; endet vorzeitig, wenn ' },
} as const satisfies Readonly<Record<string, Texts>>;

function describeStart(trigger: Trigger, language: Language): string {
  const only = trigger.when && describeCondition(trigger.when, language);
  const when = texts.when[language];
  if (trigger.type === 'event')
    return `${upperFirst(when)} ${eventClause(trigger.event, language)}${only ? ` ${texts.and[language]} ${only}` : ''}`;
  const moment = describeRelative(trigger.moment.anchor, trigger.moment, language);
  return `${moment}${only ? `, ${when} ${only}` : ''}`;
}

/** "When a booking is created and Booking kind is Wedding, once for each record" */
export const describeTrigger = (trigger: Trigger, language: Language): string =>
  `${describeStart(trigger, language)}, ${reentry[trigger.reentry][language]}`;

/** The same for a card, with what ends the run early. */
export function triggerCard({ trigger, exitOn }: Pick<Definition, 'trigger' | 'exitOn'>, language: Language) {
  const early = exitOn.map(({ event }) => eventClause(event, language)).join(texts.or[language]);
  return {
    title: describeStart(trigger, language),
    detail: `${upperFirst(reentry[trigger.reentry][language])}${early && `${texts.early[language]}${early}`}`,
  };
}

export const describeReentry = (value: Trigger['reentry'], language: Language): string =>
  reentry[value][language];

/** One sentence for a step's card. */
export const describeStep = (step: Step, labels: SummaryLabels, language: Language): string =>
  kindOf(step).summary(step, labels, language);
