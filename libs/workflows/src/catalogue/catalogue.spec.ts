import { describe, expect, it } from '@jest/globals';
import { operators } from '../conditions/index.js';
import {
  eventFor,
  eventTypeOf,
  eventTypes,
  fieldOf,
  fieldsFor,
  records,
  sampleFacts,
  internalEvents,
  type Field,
} from './index.js';

const eventsOfTheProduct = [
  'inquiry.received',
  'booking.created',
  'booking.confirmed',
  'booking.rescheduled',
  'booking.cancelled',
  'booking.completed',
  'invoice.issued',
  'invoice.due',
  'invoice.overdue',
  'invoice.paid',
  'payment.received',
  'task.assigned',
  'staff.assigned',
  'project.stage_changed',
  'gallery.delivered',
  'form.answered',
  'client.unsubscribed',
  'mail.received',
  'mail.replied',
  'mail.bounced',
  'mail.complained',
];
const allFields = records.flatMap(({ fields }) => fields);

describe('the catalogue of events', () => {
  it('has every event of the product once', () => {
    expect(eventTypes.map(({ type }) => type).sort()).toEqual([...eventsOfTheProduct].sort());
  });

  it('keeps the events of the product’s own to itself', () => {
    expect(internalEvents.filter(({ type }) => eventTypeOf(type))).toEqual([]);
  });

  it.each(eventTypes)('$type: its sample fits its schema, which refuses what it does not know', (spec) => {
    expect(spec.data.safeParse(spec.sample)).toEqual({ success: true, data: spec.sample });
    expect(spec.data.safeParse({ ...spec.sample, surprise: 1 }).success).toBe(false);
  });

  it.each(eventTypes)(
    '$type: brings its subject first, and only records that the catalogue knows',
    (spec) => {
      const known = records.map(({ name }) => name);
      expect(spec.records[0]).toBe(spec.subject);
      expect(known).toEqual(expect.arrayContaining([...spec.records]));
      expect(spec.records).toEqual(expect.arrayContaining([...spec.optionalRecords, 'brand', 'studio']));
      expect(new Set(spec.records).size).toBe(spec.records.length);
      expect(spec.optionalRecords).not.toContain(spec.subject);
    },
  );

  it.each(eventTypes)(
    '$type: can write to the client only where it brings one',
    ({ roles, records: brought }) => {
      expect(roles).toContain('address');
      if (roles.includes('client')) expect(brought).toContain('client');
      if (roles.includes('inquirer')) expect(brought).toContain('inquiry');
      if (roles.includes('vendors')) expect(brought).toContain('booking');
    },
  );

  it.each(eventTypes)('$type: says that fields of a record which may be missing may be empty', (spec) => {
    const missing = fieldsFor(spec.type).filter(({ path }) =>
      spec.optionalRecords.includes(path.split('.')[0]!),
    );
    expect(missing.filter(({ mayBeEmpty }) => !mayBeEmpty)).toEqual([]);
  });

  it('shows sample facts for every field at hand', () => {
    const facts = sampleFacts('booking.created');
    expect(facts['booking']).toMatchObject({ kind: 'wedding', title: 'Wedding of Mara and Elis' });
    expect(facts['invoice']).toBeUndefined();
  });
});

describe('the catalogue of fields', () => {
  it('names each field once, in two plain words', () => {
    const paths = allFields.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[a-z]+\.[a-z][a-zA-Z]*$/);
  });

  it('has the fields that owners write with', () => {
    const wanted =
      'client.firstName client.lastName client.fullName client.email booking.title booking.kind booking.status ' +
      'booking.startsAt booking.endsAt booking.location invoice.number invoice.total invoice.balance invoice.dueOn ' +
      'invoice.status brand.name brand.zone studio.name';
    for (const path of wanted.split(' ')) expect(fieldOf(path)).toBeDefined();
  });

  it.each(allFields)('$path: its sample is of its type', (field) => {
    expect(isOf(field)).toBe(true);
  });

  it.each(allFields)('$path: has a label, comparisons, and choices just where it is a choice', (field) => {
    expect(field.label).toMatch(/^[A-Z]/);
    expect(operators[field.type].length).toBeGreaterThan(0);
    expect(field.choices !== undefined).toBe(field.type === 'choice');
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'client',
    'client.',
    '.firstName',
    'client.__proto__',
    '',
  ])('knows nothing of %p', (path) => expect(fieldOf(path)).toBeUndefined());
});

function isOf({ type, sample, choices }: Field): boolean {
  switch (type) {
    case 'text':
      return typeof sample === 'string' && sample !== '';
    case 'number':
      return typeof sample === 'number';
    case 'boolean':
      return typeof sample === 'boolean';
    case 'date':
      return typeof sample === 'string' && /^\d{4}-\d\d-\d\d$/.test(sample);
    case 'instant':
      return typeof sample === 'string' && new Date(sample).toISOString() === sample;
    case 'list':
      return Array.isArray(sample);
    case 'choice':
      return choices!.some(({ value }) => value === sample);
    case 'money':
      return typeof sample === 'object' && sample !== null && 'amountMinor' in sample;
  }
}

it.each<[readonly string[], string]>([
  [[], 'booking.created'],
  [['client', 'brand'], 'booking.created'],
  [['invoice', 'client'], 'invoice.issued'],
  [['booking', 'invoice'], 'invoice.issued'],
  [['inquiry'], 'inquiry.received'],
  [['payment', 'invoice'], 'payment.received'],
  [['booking', 'staff'], 'staff.assigned'],
  [['task', 'booking'], 'task.assigned'],
  [['nothing'], 'booking.created'],
])('the records %j are those of %s', (names, event) => {
  expect(eventFor(names)).toBe(event);
});
