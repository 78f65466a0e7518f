import type { Definition } from '../definition/definition.js';
import { limits } from '../limits.js';
import type { StepKind } from '../kinds/step.js';
import { findStep, walk } from '../definition/walk.js';
import { beginsBy } from '../kinds/entry.js';
import { kinds, stepKinds } from '../kinds/registry.js';
import { isEnd, sequenceAt } from './edit-tree.js';
import type { Slot } from './operation.js';

/** The kinds that may be put at a slot: after an end nothing, before other steps no end, and no path deeper than the limit. */
export function allowedAt(definition: Definition, slot: Slot): readonly StepKind[] {
  const sequence = sequenceAt(definition.steps, slot.parent);
  if (!sequence || slot.index > sequence.length || isEnd(sequence[slot.index - 1])) return [];
  if ([...walk(definition.steps)].length >= limits.steps) return [];
  const depth = slot.parent ? findStep(definition.steps, slot.parent.stepId)!.depth + 1 : 0;
  return stepKinds.filter((kind) => {
    if (beginsBy(kind) === 'end') return slot.index === sequence.length;
    return !kinds[kind].outcomes || depth < limits.depth;
  });
}

/** An id that no step of the definition has: `wait-3`. */
export function freshStepId(definition: Definition, kind: StepKind): string {
  const present = new Set([...walk(definition.steps)].map(({ step }) => step.id));
  for (let n = 1; ; n++) if (!present.has(`${kind}-${n}`)) return `${kind}-${n}`;
}
