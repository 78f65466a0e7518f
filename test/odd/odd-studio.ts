import type { ProblemDocument } from '@cueline/contracts';
import { eventTypeOf, fieldsFor, kinds, type EventType, type Field, type Step } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import type { Automation } from '@cueline/testkit/automation';
import type { Schema } from '@cueline/testkit/from-schema';
import { oddFor, oddSeed, someOf } from './odd-values.js';

/** What a mail does with a value of each type, beside showing it. */
const filters: Readonly<Record<Field['type'], readonly string[]>> = {
  text: ['first', 'last', 'upper', 'title', 'truncate(5)', 'length', 'urlencode'],
  choice: ['capitalize', 'lower'],
  list: ['join(", ")', 'length'],
  money: ['money'],
  number: ['number', 'round'],
  date: ['date("full")', 'date'],
  instant: ['datetime', 'date("full")', 'time'],
  boolean: [],
};
const shown = ({ path, type }: Field): string => {
  const value = (filter?: string) => `{{ ${path} | default("-")${filter ? ` | ${filter}` : ''} }}`;
  // A fallback in letters is no moment and no amount.
  const guarded = filters[type].map((filter) =>
    ['money', 'number', 'date', 'instant'].includes(type)
      ? `{% if ${path} %}{{ ${path} | ${filter} }}{% endif %}`
      : value(filter),
  );
  return `<p>${path}: ${value()} ${guarded.join(' ')} <a href="https://example.test/?q={{ ${path} | default("-") }}">x</a></p>`;
};

/** Publishes, for one event, whatever writes an email or a record out of all that is at hand. */
export async function automateAll(automation: Automation, event: EventType): Promise<void> {
  const fields = fieldsFor(event);
  const texts = fields.filter(({ type }) => type === 'text' || type === 'choice').map(({ path }) => path);
  const line = (from: number, many = 1) =>
    texts
      .slice(from, from + many)
      .map((path) => `{{ ${path} | default("-") | first }} {{ ${path} | default("-") | truncate(20) }}`)
      .join(' ');
  const template = await automation.made('templates', {
    name: `All of ${event}`,
    subject: `${event} ${line(0, 3)}`,
    preheader: line(2, 2),
    html: fields.map(shown).join('\n'),
  });
  const { roles } = eventTypeOf(event)!;
  const mails = roles
    .filter((role) => role !== 'address')
    .map((role): Step => ({ ...kinds.sendMail.defaults(`mail-${role}`), template, to: { role } }));
  const others: Step[] = [
    { ...kinds.createTask.defaults('task'), title: `To do: ${line(1)}`, notes: line(0) },
    {
      ...kinds.notifyStaff.defaults('notice'),
      subject: `News: ${line(2)}`,
      text: texts.map((path) => `{{ ${path} | default("-") | last }}`).join('\n'),
    },
  ];
  await automation.published(`All of ${event}`, event, [...mails, ...others]);
}

/** Kinds of values that the fields of records hold. */
const text = (maxLength: number): Schema => ({ type: 'string', maxLength });
const schemas = {
  line: text(100),
  name: text(200),
  long: text(5_000),
  email: { type: 'string', format: 'email' },
  instant: { type: 'string', format: 'date-time' },
  day: { type: 'string', format: 'date' },
  amount: { type: 'integer' },
} as const satisfies Record<string, Schema>;

const moneyBounds = ['0', '1', '99', '100', '9007199254740991', '1000000000', '123456789', '-1', '0.5'];

/** Records with something odd in each field; what is refused is recorded without that field's odd value. */
export class OddRecords {
  readonly faults: string[] = [];
  #made = 0;

  constructor(private readonly owner: ApiClient) {}

  /** @param odd the kind of value in each field that is to be odd @param plain what is sent where the odd value is refused */
  async made(
    path: string,
    plain: object,
    odd: Readonly<Record<string, keyof typeof schemas>>,
  ): Promise<string> {
    const place = `${path} ${++this.#made}`;
    const values = new Map<string, string>();
    for (const [name, kind] of Object.entries(odd)) {
      const from = kind === 'amount' ? moneyBounds : oddFor(schemas[kind]);
      values.set(name, someOf(from, 1, `${place} ${name}`)[0]!);
    }
    // A booking ends after it starts: at the same odd moment, so that more than the order is looked at.
    if (values.has('startsAt')) values.set('endsAt', values.get('startsAt')!);
    for (;;) {
      const body = `{${Object.entries({ ...written(plain), ...Object.fromEntries(values) })
        .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
        .join(',')}}`;
      const answer = await this.owner.send<{ id: string } & ProblemDocument>('POST', `/api/v1/${path}`, body);
      if (answer.status === 201) return answer.body.id;
      const refused = (answer.body.errors ?? []).map(({ pointer }) => pointer.split('/')[1]!);
      const ours = refused.filter((name) => values.has(name));
      // What is taken already is refused at its field, too.
      if (![409, 422].includes(answer.status) || ours.length === 0) {
        const said = `seed ${oddSeed}: ${place} ${body.slice(0, 600)}: ${answer.status} ${JSON.stringify(answer.body)}`;
        this.faults.push(said);
        throw new Error(said);
      }
      for (const name of ours) values.delete(name);
    }
  }
}

const written = (plain: object): Record<string, string> =>
  Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, JSON.stringify(value)]));
