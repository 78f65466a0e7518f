import type { Definition } from '@cueline/workflows';
import { useMemo } from 'react';
import type { Document } from '../../canvas-adapter/layout.js';
import { stepContent, triggerContent } from '../../domain/step-content.js';
import type { Workflow } from './use-draft.js';
import type { Names } from '../../domain/use-names.js';

/** The draft as canvas and outline draw it. */
export function useDocument(definition: Definition, problems: Workflow['problems'], names: Names): Document {
  return useMemo(() => {
    // A card has room for one: what keeps the workflow from being published goes first.
    const problemOf = (stepId: string | undefined): string | undefined => {
      const ofStep = problems.filter((problem) => problem.stepId === stepId);
      const first = ofStep.find(({ severity }) => severity === 'error') ?? ofStep[0];
      return first?.message;
    };
    return {
      steps: definition.steps,
      trigger: triggerContent(definition),
      content: (step) => ({ ...stepContent(step, names), problem: problemOf(step.id) }),
    };
  }, [definition, problems, names]);
}
