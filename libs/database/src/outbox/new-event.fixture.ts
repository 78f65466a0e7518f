import { randomUUID } from 'node:crypto';
import type { NewEvent } from './outbox.js';

/** An answer of a client, as a program tells of it. */
export const answerOf = (
  clientId: string,
  sourceId: string = randomUUID(),
  change: Partial<NewEvent> = {},
): NewEvent => ({
  source: 'spec',
  sourceId,
  type: 'form.answered',
  subjectType: 'client',
  subjectId: clientId,
  data: {},
  occurredAt: new Date('2027-01-01T00:00:00Z'),
  ...change,
});
