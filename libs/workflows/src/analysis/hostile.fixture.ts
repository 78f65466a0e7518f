import fc from 'fast-check';
import { anchorPaths, eventTypes, updatableRecords } from '../catalogue/index.js';
import { operators } from '../conditions/index.js';
import { reentryRules } from '../definition/index.js';
import { kinds, recipientRoles, noticeRoles } from '../kinds/index.js';
import { directions, durationUnits, longestWait, offsetUnits, pastRules } from '../timing/index.js';

/** Names that every object has, and texts that break what is careless. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length'];
const texts = fc.constantFrom(
  '',
  ' ',
  '{{ client.firstName }}',
  '{{',
  '{{ __proto__.polluted }}',
  '{% for x in y %}',
  '\u0000\uD800\u202E',
  'a\r\nBcc: b@example.test',
  'é'.repeat(120),
  '/~0~1/',
  ...names,
);
/** Few of them, so that they come twice. */
const ids = fc.constantFrom('a', 'b', 'c', 'approved', 'otherwise', 'happened', 'x-1', 'y'.repeat(40));
const uuids = fc.constantFrom(
  '01890000-0000-7000-8000-000000000001',
  '01890000-0000-7000-8000-000000000007',
  '01890000-0000-7000-8000-0000000000d0',
  '01890000-0000-7000-8000-0000000000d5',
  '01890000-0000-7000-8000-0000000000ff',
);
const fields = fc.constantFrom(
  ...anchorPaths,
  'client.tags',
  'booking.kind',
  'project.stage',
  'task.title',
  'message.text',
  'nobody.knows',
  '__proto__.constructor',
  'constructor',
  ...names.map((name) => `booking.${name}`),
);
const events = fc.constantFrom(...eventTypes.map(({ type }) => type));
/** From none to the most that a unit may have. */
const counted = <U extends keyof typeof longestWait>(units: readonly U[]) =>
  fc
    .tuple(fc.constantFrom(...units), fc.constantFrom(0, 1, 3, 0.5, 1))
    .map(([unit, share]) => ({ unit, amount: share > 1 ? share : Math.floor(share * longestWait[unit]) }));
const duration = fc.oneof(
  counted(durationUnits),
  fc.record({ unit: fc.constantFrom(...durationUnits), amount: fc.integer({ min: 1, max: 40 }) }),
);
const offset = fc
  .tuple(
    fc.oneof(
      counted(offsetUnits),
      fc.record({ unit: fc.constantFrom(...offsetUnits), amount: fc.integer({ min: 0, max: 40 }) }),
    ),
    fc.constantFrom(...directions),
  )
  .map(([amount, direction]) => ({ ...amount, direction }));
const moment = fc
  .tuple(fields, offset, fc.option(fc.constantFrom('00:00', '02:30', '23:59'), { nil: undefined }))
  .map(([anchor, far, at]) =>
    at === undefined || far.unit === 'hours' || far.unit === 'minutes'
      ? { anchor, offset: far }
      : { anchor, offset: far, at },
  );
const limit = fc.oneof(
  duration.map((time) => ({ for: time })),
  moment.map((until) => ({ until })),
);
const window = fc.record({
  hours: fc.oneof(
    fc.constant('business'),
    fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      from: fc.constantFrom('00:00', '02:30', '23:59'),
      to: fc.constantFrom('00:00', '02:30', '23:59'),
      holidays: fc.constantFrom<string[][]>([], ['02-29', '12-25']),
    }),
  ),
  zone: fc.constantFrom('brand', 'client'),
});
const comparison = fc.record(
  {
    field: fields,
    op: fc.constantFrom(...new Set(Object.values(operators).flat())),
    value: fc.oneof(
      texts,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(texts, { minLength: 1, maxLength: 3 }),
      fc.constant({ amountMinor: Number.MAX_SAFE_INTEGER, currency: 'EUR' }),
      fc.constantFrom('2027-06-12', '+275760-09-13T00:00:00.000Z', '0000-00-00'),
    ),
  },
  { requiredKeys: ['field', 'op'] },
);
const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 8, depthSize: 'medium' },
    comparison,
    fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any) => ({ any })),
  ),
}));

const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const address = fc.record({
  role: fc.constant('address'),
  address: fc.constantFrom('', 'a@example.test', 'a@b@c', 'x\nBcc: y@example.test'),
});

/** The settings of each kind: one without them here does not compile. */
const settings: Readonly<Record<keyof typeof kinds, fc.Arbitrary<object>>> = {
  sendMail: fc.record({
    template: fc.option(uuids),
    to: fc.oneof(fc.record({ role: fc.constantFrom(...recipientRoles) }), address),
    from: fc.oneof(
      fc.record({ type: fc.constantFrom('brand', 'staffOnBooking') }),
      fc.record({ type: fc.constant('staff'), id: fc.option(uuids) }),
    ),
    category: fc.constantFrom('transactional', 'marketing'),
    window: optional(window),
    approval: optional(fc.record({ remindEvery: optional(duration) })),
  }),
  wait: fc.oneof(
    fc.record({ for: duration }),
    fc.record({
      until: fc.tuple(moment, fc.constantFrom(...pastRules)).map(([until, ifPast]) => ({ ...until, ifPast })),
    }),
    fc.record({ window }),
    fc.record({ for: optional(duration), window: optional(window) }),
  ),
  waitForEvent: fc.record({ event: events, when: optional(condition), limit }),
  approve: fc.record({ question: texts, limit: optional(limit), remindEvery: optional(duration) }),
  decide: fc.constant({}),
  createTask: fc.record({
    title: texts,
    notes: optional(texts),
    assignee: fc.oneof(
      fc.record({ role: fc.constantFrom('owner', 'staff') }),
      fc.record({ role: fc.constant('member'), id: fc.option(uuids) }),
    ),
    due: optional(duration),
  }),
  updateRecord: fc.record({
    record: fc.constantFrom(...updatableRecords),
    set: fc.array(
      fc.record({
        field: fc.constantFrom('status', 'stage', 'tags', 'kind', 'location', 'nothing', ...names),
        op: fc.constantFrom('set', 'add', 'remove'),
        value: fc.oneof(texts, fc.constantFrom('confirmed', 'completed', 'cancelled', 'issued', 'open')),
      }),
      { maxLength: 3 },
    ),
  }),
  startWorkflow: fc.record({ workflow: fc.option(uuids) }),
  callWebhook: fc.record({
    url: fc.oneof(
      texts,
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.constantFrom(
        'https://hooks.example.com/',
        'https://[::1',
        'https://0x7f.1/',
        'https://a@b:99999/',
        'https://%00/',
      ),
    ),
    fields: fc.array(fc.oneof(fields, fc.constantFrom('client', 'client.email.x', '__proto__.x')), {
      maxLength: 3,
    }),
  }),
  notifyStaff: fc.record({
    to: fc.oneof(fc.record({ role: fc.constantFrom(...noticeRoles) }), address),
    subject: texts,
    text: texts,
  }),
  end: fc.record({ reason: optional(texts) }),
};

const kindNames = Object.keys(settings) as (keyof typeof settings)[];
const { steps } = fc.letrec<{ steps: object[]; step: object }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 6, depthIdentifier: 'steps' }),
  step: fc
    .constantFrom(...kindNames)
    .chain((kind) =>
      fc.tuple(
        fc.constant(kind),
        settings[kind],
        ids,
        optional(texts),
        fc.oneof(
          { depthIdentifier: 'steps', maxDepth: 6, depthSize: 'medium' },
          fc.constant<object[][]>([[], [], []]),
          fc.array(tie('steps'), { minLength: 3, maxLength: 3 }),
        ),
        fc.array(condition, { minLength: 2, maxLength: 2 }),
        ids,
      ),
    )
    .map(([kind, given, id, name, below, whens, pathId]) => {
      const { outcomes } = kinds[kind];
      const own = [pathId, 'maybe', 'otherwise'].map((one, i) => ({
        id: one,
        ...(i < 2 && { when: whens[i] }),
        steps: below[i]!,
      }));
      const paths =
        outcomes === 'own' ? own : outcomes && outcomes.map((one, i) => ({ id: one, steps: below[i]! }));
      return { id, kind, name, ...given, ...(paths && { paths }) };
    }),
}));

const trigger = fc.oneof(
  fc.record({
    type: fc.constant('event'),
    event: events,
    when: optional(condition),
    reentry: fc.constantFrom(...reentryRules),
  }),
  fc.record({
    type: fc.constant('date'),
    moment: fc
      .tuple(fc.constantFrom(...anchorPaths), moment)
      .map(([anchor, { offset: far }]) => ({ anchor, offset: far })),
    reentry: fc.constantFrom(...reentryRules),
  }),
);

/** Definitions that the schema takes, mostly: what is wrong with them is left to whatever looks deeper. As JSON, so that no key is undefined. */
export const hostileDefinitions: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.record({
      schemaVersion: fc.oneof(
        { arbitrary: fc.constant(1), weight: 30 },
        { arbitrary: fc.constantFrom(0, 2, 1e300), weight: 1 },
      ),
      trigger,
      exitOn: fc.array(
        events.map((event) => ({ event })),
        { maxLength: 3 },
      ),
      steps,
    }),
    fc.oneof(
      { arbitrary: fc.constantFrom('as it is', 'told apart', 'told apart'), weight: 20 },
      { arbitrary: fc.constantFrom('long', 'deep', 'named'), weight: 1 },
    ),
    fc.constantFrom(...names),
  )
  .map(([given, how, name]) => {
    const { steps: own } = given;
    if (how === 'long')
      return { ...given, steps: Array.from({ length: 5_000 }, (_, i) => own[i % own.length]) };
    if (how === 'told apart') return { ...given, steps: withDistinctIds(own) };
    if (how === 'deep') return { ...given, steps: buried(own, 14) };
    return how === 'named' ? { ...given, steps: own.map((step) => ({ ...step, id: name })) } : given;
  })
  .map((given) => JSON.parse(JSON.stringify(given)) as unknown);

/** The same with an id for each step and path, so that it can be rehearsed. */
function withDistinctIds(given: readonly object[]): readonly object[] {
  let n = 0;
  const all = (list: readonly Written[]): readonly object[] =>
    list.map((step) => ({
      ...step,
      id: `s${n++}`,
      ...(step.paths && {
        paths: step.paths.map(({ id, steps, ...path }, i) => ({
          id: step.kind === 'decide' && id !== 'otherwise' ? `p${i}` : id,
          ...path,
          steps: all(steps),
        })),
      }),
    }));
  return all(given as readonly Written[]);
}
interface Written {
  readonly kind: string;
  readonly paths?: readonly { readonly id: string; readonly steps: readonly Written[] }[];
}

const buried = (inner: readonly object[], levels: number): readonly object[] =>
  levels === 0
    ? inner
    : [
        {
          id: `d${levels}`,
          kind: 'decide',
          paths: [
            { id: 'yes', when: { all: [] }, steps: buried(inner, levels - 1) },
            { id: 'otherwise', steps: [] },
          ],
        },
      ];
