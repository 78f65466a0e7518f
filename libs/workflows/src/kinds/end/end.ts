import { z } from 'zod';
import type { Kind } from '../kind.js';

export const end: Kind<'end', never> = {
  kind: 'end',
  label: 'End',
  hint: 'The run ends here',
  family: 'end',
  icon: 'flag',
  config: { reason: z.string().max(200).optional() },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'end' }),
  summary: (step) => (step.reason ? `End: ${step.reason}` : 'End the run'),
  problemMessages: {},
  problems: () => [],
};
