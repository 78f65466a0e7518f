import type { StepKind } from '../definition/step.js';
import { entryOf } from './entry.js';

/**
 * Kinds that leave something in the world, which can be answered: from the last such step on events count for a step that waits for one. A wait or
 * a decision in between leaves nothing, so that a reply which comes during it counts.
 */
export const answerableKinds: readonly StepKind[] = (Object.keys(entryOf) as StepKind[]).filter(
  (kind) => entryOf[kind] === 'perform' && kind !== 'decide',
);
