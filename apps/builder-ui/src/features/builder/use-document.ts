import { describeStep, triggerCard, type Definition, type Step } from '@cueline/workflows';
import { useMemo } from 'react';
import type { Document } from '../../canvas-adapter/layout.js';
import type { CardWords } from '../../canvas-adapter/words.js';
import type { Workflow } from './use-draft.js';
import type { Names } from '../../domain/use-names.js';

/** The words of a step's card: the owner's name for it, else what it does. */
export function stepWords(step: Step, names: Names): CardWords {
  const summary = describeStep(step, {
    templateName: (id) => names.templates.get(id),
    staffName: (id) => names.staff.get(id),
    workflowName: (id) => names.workflows.get(id),
  });
  return step.name ? { title: step.name, detail: summary } : { title: summary, detail: '' };
}

/** The draft as canvas and outline draw it. */
export function useDocument(definition: Definition, problems: Workflow['problems'], names: Names): Document {
  return useMemo(() => {
    // A card has room for one: what keeps the workflow from being published goes first.
    const problemOf = (stepId: string | undefined) => {
      const ofStep = problems.filter((problem) => problem.stepId === stepId);
      return (ofStep.find(({ severity }) => severity === 'error') ?? ofStep[0])?.message;
    };
    return {
      steps: definition.steps,
      trigger: triggerCard(definition),
      words: (step) => ({ ...stepWords(step, names), problem: problemOf(step.id) }),
    };
  }, [definition, problems, names]);
}
