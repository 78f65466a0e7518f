import { describeStep, triggerCard, type Definition, type Step } from '@cueline/workflows';
import type { CardContent } from '../canvas-adapter/card-content.js';
import { language } from '../messages/language.js';
import { problemDe } from './sentences/problems.de.js';
import { stepSentenceDe, triggerCardDe } from './sentences/steps.de.js';
import type { Names } from './use-names.js';

/** A step’s card: the owner’s name for it, else what it does. */
export function stepContent(step: Step, names: Names): CardContent {
  const summary = language === 'de' ? stepSentenceDe(step, names) : inEnglish(step, names);
  return step.name ? { title: step.name, detail: summary } : { title: summary, detail: '' };
}

const inEnglish = (step: Step, { templates, staff, workflows }: Names): string =>
  describeStep(step, {
    templateName: (id) => templates.get(id),
    staffName: (id) => staff.get(id),
    workflowName: (id) => workflows.get(id),
  });

/** The card of what starts a workflow. */
export const triggerContent = (definition: Pick<Definition, 'trigger' | 'exitOn'>): CardContent =>
  language === 'de' ? triggerCardDe(definition) : triggerCard(definition);

/** What is wrong with a workflow, in the language of the page where its code says all. */
export const problemText = (problem: { readonly code: string; readonly message: string }): string =>
  language === 'de' ? problemDe(problem) : problem.message;
