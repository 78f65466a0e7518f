import { fieldsFor } from '../../catalogue/event-types.js';
import { eventClause } from '../../catalogue/labels.js';
import { conditionSchema } from '../../conditions/condition.js';
import { describeCondition } from '../../conditions/describe.js';
import { conditionProblems } from '../../problems/condition-problems.js';
import { limitSchema } from '../../timing/date-moment.js';
import { eventTypeSchema } from '../../trigger/trigger.js';
import type { Kind } from '../kind.js';
import { limitProblems, describeLimit } from '../limit.js';
import { untilAnswered } from '../waiting.js';
import { waitForEventEntry } from './entry.js';

export const waitForEvent: Kind<'waitForEvent', never> = {
  kind: 'waitForEvent',
  label: { en: 'Wait for event', de: 'Auf Ereignis warten' },
  hint: {
    en: 'Until the client answers, pays or something else happens, or for some time at most',
    de: 'Bis der Kunde antwortet, zahlt oder etwas anderes geschieht, oder eine Zeit lang',
  },
  family: 'time',
  icon: 'reply',
  iconOf: ({ event }) => (/^(?:invoice\.paid|payment\.)/.test(event) ? 'money' : undefined),
  config: {
    event: eventTypeSchema,
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
  summary: ({ event, when, limit }, _words, language) => {
    const [wait, and] = language === 'de' ? ['Warten, bis', 'und'] : ['Wait until', 'and'];
    const only = when ? ` ${and} ${describeCondition(when, language)}` : '';
    return `${wait} ${eventClause(event, language)}${only}, ${describeLimit(limit, language)}`;
  },
  problemMessages: {},
  problems: ({ event, when, limit }, { fields }) => {
    const brought = new Map([...fields, ...fieldsFor(event).map((field) => [field.path, field] as const)]);
    return [...(when ? conditionProblems(when, brought, '/when') : []), ...limitProblems(limit, fields)];
  },
  awaits: ({ event, when }) => ({ type: event, when, outcome: 'happened' }),
  resolveWait: ({ limit }, about) => untilAnswered(limit, waitForEventEntry.withoutAnswer, about),
};
