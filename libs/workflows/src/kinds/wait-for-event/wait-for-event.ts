import { z } from 'zod';
import { conditionProblems } from '../../analysis/condition-problems.js';
import { eventTypeOf, fieldsFor, isEventType, type EventType } from '../../catalogue/event-types.js';
import { conditionSchema, type Condition } from '../../conditions/condition.js';
import { conditionWords } from '../../conditions/words.js';
import type { Path, StepBase } from '../../definition/step.js';
import { limitSchema, type Limit } from '../../timing/date-moment.js';
import type { Kind } from '../kind.js';
import { limitProblems, limitWords } from '../limit-words.js';

/**
 * Waits for an event about the run's record or its client. Those count that came since the run last did something (`answerableKinds`), and of its
 * type only those after one that ended another wait of the run.
 */
export interface WaitForEventStep extends StepBase {
  readonly kind: 'waitForEvent';
  readonly event: EventType;
  /** Asked of the facts that the event brings. */
  readonly when?: Condition;
  readonly limit: Limit;
  readonly paths: readonly Path[];
}

export const waitForEvent: Kind<'waitForEvent'> = {
  kind: 'waitForEvent',
  label: 'Wait for event',
  hint: 'Until the client answers, pays or something else happens, or for some time at most',
  config: {
    event: z.string().refine(isEventType, 'There is no such event.'),
    when: conditionSchema.optional(),
    limit: limitSchema,
  },
  outcomes: ['happened', 'timedOut'],
  defaults: (id) => ({
    id,
    kind: 'waitForEvent',
    event: 'mail.replied',
    limit: { for: { amount: 3, unit: 'days' } },
    paths: [
      { id: 'happened', name: 'It happened', steps: [] },
      { id: 'timedOut', name: 'It did not', steps: [] },
    ],
  }),
  summary: ({ event, when, limit }) => {
    const label = eventTypeOf(event)?.label ?? event;
    const words = `${label[0]!.toLowerCase()}${label.slice(1)}${when ? ` and ${conditionWords(when)}` : ''}`;
    return `Wait until ${words}, ${limitWords(limit)}`;
  },
  problems: ({ event, when, limit }, { fields }) => {
    const brought = new Map([...fields, ...fieldsFor(event).map((field) => [field.path, field] as const)]);
    return [...(when ? conditionProblems(when, brought, '/when') : []), ...limitProblems(limit, fields)];
  },
};
