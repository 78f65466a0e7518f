import { beginsBy, entryKinds, leavesNothing } from './entry.js';
import type { StepKind } from './step.js';

/**
 * Kinds that leave something in the world, which can be answered: from the last such step on events count for a step that waits for one. A wait or
 * a decision in between leaves nothing, so that a reply which comes during it counts.
 */
export const answerableKinds: readonly StepKind[] = entryKinds.filter(
  (kind) => beginsBy(kind) === 'perform' && !leavesNothing(kind),
);
