import { findStep, OTHERWISE, type Definition, type Path } from '@cueline/workflows';
import { m } from './messages.js';

/** A path by its name; the last one of a decision has one of its own. */
export const pathLabel = ({ id, name }: Pick<Path, 'id' | 'name'>): string =>
  name || (id === OTHERWISE ? m.otherwise : id);

/** "Step 2 of 3 on the path Wedding": where a step is, to be spoken after a move. */
export function positionLabel({ steps }: Pick<Definition, 'steps'>, stepId: string): string {
  const place = findStep(steps, stepId);
  if (!place) return '';
  const { parent, index } = place;
  const count = (parent ? parent.path.steps : steps).length;
  return parent ? m.positionOnPath(index + 1, count, pathLabel(parent.path)) : m.position(index + 1, count);
}
