import { z } from 'zod';
import type { StepBase } from '../../definition/step.js';
import type { Kind } from '../kind.js';

export interface EndStep extends StepBase {
  readonly kind: 'end';
  /** The owner's note on why it ends here. */
  readonly reason?: string;
}

export const end: Kind<'end'> = {
  kind: 'end',
  label: 'End',
  hint: 'The run ends here',
  config: { reason: z.string().max(200).optional() },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'end' }),
  summary: (step) => (step.reason ? `End: ${step.reason}` : 'End the run'),
  problems: () => [],
};
