import type { Plan } from './plan.js';
import { positionOf, stepAt, type Position } from './position.js';

/** After what the run has come to, in reading order; a step on a path that was not taken is never come to, and skipping it does no harm. */
export function isAhead(plan: Plan, position: Position, stepId: string): boolean {
  const there = positionOf(plan, stepId);
  if (!there) return false;
  if (position.length === 0 || !stepAt(plan, position)) return true;
  for (const [depth, frame] of there.entries()) {
    const here = position[depth];
    if (!here || here.path !== frame.path) return true;
    if (frame.index !== here.index) return frame.index > here.index;
  }
  return false;
}
