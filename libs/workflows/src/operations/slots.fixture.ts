import type { Definition, Step } from '../definition/index.js';
import { applyOperation, type Operation, type Slot } from './index.js';

export const trunk = (index: number): Slot => ({ parent: null, index });
export const inside = (stepId: string, pathId: string, index = 0): Slot => ({
  parent: { stepId, pathId },
  index,
});
export const insert = (step: Step, slot: Slot): Operation => ({ type: 'insertStep', slot, step });

/** A refusal throws. */
export function apply(definition: Definition, ...operations: Operation[]): Definition {
  return operations.reduce((current, operation) => {
    const applied = applyOperation(current, operation);
    if (!applied.ok) throw new Error(`${operation.type} was refused: ${applied.refusal}`);
    return applied.definition;
  }, definition);
}
