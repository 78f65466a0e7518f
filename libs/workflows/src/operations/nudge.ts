import type { Definition } from '../definition/definition.js';
import { findStep } from '../definition/walk.js';
import type { Path } from '../kinds/step.js';
import { OTHERWISE } from '../kinds/step-base.js';
import { isEnd, sequenceAt, slotOf } from './edit-tree.js';
import type { Operation, Slot } from './operation.js';

/**
 * The edit that moves a step one place up or down among its neighbours, or out of its path at the path's ends; undefined where it can go
 * no further. What is after an end would never run, so nothing passes one, and an end itself stays last.
 */
export function nudgeOperation(
  definition: Definition,
  stepId: string,
  direction: 'up' | 'down',
): Operation | undefined {
  const place = findStep(definition.steps, stepId);
  if (!place) return undefined;
  const here = slotOf(place);
  const rest = sequenceAt(definition.steps, here.parent)!.filter(({ id }) => id !== stepId);
  const to = inside(here, rest.length, direction) ?? outside(definition, here.parent, direction);
  if (!to) return undefined;
  const target = sequenceAt(definition.steps, to.parent)!.filter(({ id }) => id !== stepId);
  const legal = isEnd(place.step) ? to.index === target.length : !isEnd(target[to.index - 1]);
  return legal ? { type: 'moveStep', stepId, to } : undefined;
}

function inside({ parent, index }: Slot, last: number, direction: 'up' | 'down'): Slot | undefined {
  const next = direction === 'up' ? index - 1 : index + 1;
  return next < 0 || next > last ? undefined : { parent, index: next };
}

/** Beside the step whose path it leaves. */
function outside(definition: Definition, parent: Slot['parent'], direction: 'up' | 'down'): Slot | undefined {
  const holder = parent && findStep(definition.steps, parent.stepId);
  if (!holder) return undefined;
  const { parent: above, index } = slotOf(holder);
  return { parent: above, index: direction === 'up' ? index : index + 1 };
}

/** "Step 2 of 3 on the path Wedding": where a step stands, to be spoken after a move. */
export function describePosition(definition: Definition, stepId: string): string {
  const place = findStep(definition.steps, stepId);
  if (!place) return '';
  const { parent, index } = place;
  const count = (parent ? parent.path.steps : definition.steps).length;
  return `Step ${index + 1} of ${count}${parent ? ` on the path ${describePath(parent.path)}` : ''}`;
}

export const describePath = ({ id, name }: Path): string => name || (id === OTHERWISE ? 'Otherwise' : id);
