import { describeStep, triggerCard, type Definition, type Step } from '@cueline/workflows';
import { useMemo } from 'react';
import type { Document } from '../../canvas-adapter/layout.js';
import type { CardWords } from '../../canvas-adapter/words.js';
import type { Workflow } from './use-draft.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The words of a step's card: the owner's name for it, else what it does. */
export function stepWords(step: Step, templates: readonly Named[] | undefined): CardWords {
  const summary = describeStep(step, {
    templateName: (id) => templates?.find((template) => template.id === id)?.name,
  });
  return step.name ? { title: step.name, detail: summary } : { title: summary, detail: '' };
}

/** The draft as canvas and outline draw it. */
export function useDocument(
  definition: Definition,
  problems: Workflow['problems'],
  templates: readonly Named[] | undefined,
): Document {
  return useMemo(() => {
    const problemOf = (stepId: string | undefined) =>
      problems.find((problem) => problem.stepId === stepId)?.message;
    return {
      steps: definition.steps,
      trigger: triggerCard(definition),
      words: (step) => ({ ...stepWords(step, templates), problem: problemOf(step.id) }),
    };
  }, [definition, problems, templates]);
}
