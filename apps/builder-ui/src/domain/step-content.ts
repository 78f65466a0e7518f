import { describeStep, triggerCard, type Definition, type Step } from '@cueline/workflows';
import type { CardContent } from '../canvas-adapter/card-content.js';
import { language } from '../messages/language.js';
import type { Names } from './use-names.js';

/** A step’s card: the owner’s name for it, else what it does. */
export function stepContent(step: Step, names: Names): CardContent {
  const summary = summaryOf(step, names);
  return step.name ? { title: step.name, detail: summary } : { title: summary, detail: '' };
}

const summaryOf = (step: Step, { templates, staff, workflows }: Names): string =>
  describeStep(
    step,
    {
      templateName: (id) => templates.get(id),
      staffName: (id) => staff.get(id),
      workflowName: (id) => workflows.get(id),
    },
    language,
  );

/** The card of what starts a workflow. */
export const triggerContent = (definition: Pick<Definition, 'trigger' | 'exitOn'>): CardContent =>
  triggerCard(definition, language);
