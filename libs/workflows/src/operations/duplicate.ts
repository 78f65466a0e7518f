import type { Definition } from '../definition/definition.js';
import { findStep } from '../definition/walk.js';
import { kindOf } from '../kinds/registry.js';
import type { Step } from '../kinds/step.js';
import { freshStepId } from './allowed.js';
import { slotOf, withPaths } from './edit-tree.js';
import type { Operation } from './operation.js';

/** The edit that puts a copy of a step, with new ids throughout, right after it; undefined when there is no such step. */
export function duplicateOperation(definition: Definition, stepId: string): Operation | undefined {
  const place = findStep(definition.steps, stepId);
  if (!place) return undefined;
  const slot = slotOf(place);
  return {
    type: 'insertStep',
    slot: { ...slot, index: slot.index + 1 },
    step: withFreshIds(definition, place.step),
  };
}

/** A copy of a step whose ids are new in `definition`. */
export function withFreshIds(definition: Definition, step: Step): Step {
  let grown = definition;
  const renamed = (one: Step): Step => {
    const copy = { ...one, id: freshStepId(grown, one.kind) };
    grown = { ...grown, steps: [...grown.steps, kindOf(copy).defaults(copy.id)] };
    return withPaths(copy, (paths) => paths.map((path) => ({ ...path, steps: path.steps.map(renamed) })));
  };
  return renamed(step);
}
