import fc from 'fast-check';
import {
  blankDefinition,
  sampleFacts,
  type Condition,
  type DateMoment,
  type Definition,
  type InjectedEvent,
  type Recipient,
  type Step,
  type WaitDuration,
} from '@cueline/workflows';

/** Instants as minutes from the start of the run: an hour's beginning on both sides. */
export interface Case {
  readonly definition: Definition;
  readonly zone: string;
  readonly clientZone: string | null;
  readonly kind: string;
  /** When the booking starts. */
  readonly sessionIn: number;
  readonly injectedEvents: readonly (UndatedEvent & { readonly in: number })[];
}
type UndatedEvent = InjectedEvent extends infer One ? (One extends unknown ? Omit<One, 'at'> : never) : never;

const TEN_DAYS = 14_400;
/** On a grid of half days: what happens lies seven minutes beside it, so that no clock can swap the two. */
const onTheGrid = (max: number) => fc.nat(max / 720).map((n) => n * 720);

const reason = { code: 'stopped.byPerson' } as const;
const duration: fc.Arbitrary<WaitDuration> = fc.oneof(
  fc.record({
    amount: fc.integer({ min: 1, max: 9 }).map((n) => n * 10),
    unit: fc.constant('minutes' as const),
  }),
  fc.record({
    amount: fc.integer({ min: 1, max: 8 }).map((n) => n * 6),
    unit: fc.constant('hours' as const),
  }),
  fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant('days' as const) }),
  fc.record({
    amount: fc.integer({ min: 1, max: 14 }),
    unit: fc.constantFrom('weeks' as const, 'months' as const),
  }),
);
const moment: fc.Arbitrary<DateMoment> = fc
  .record({
    offset: fc.record({
      amount: fc.nat(5),
      unit: fc.constantFrom('hours' as const, 'days' as const, 'weeks' as const),
      direction: fc.constantFrom('before' as const, 'after' as const),
    }),
    at: fc.option(fc.constantFrom('09:00', '18:30', '02:30'), { nil: undefined }),
    anchor: fc.constantFrom('booking.startsAt', 'booking.endsAt'),
  })
  .map(({ at, ...rest }) => (at === undefined || rest.offset.unit === 'hours' ? rest : { ...rest, at }));
const limit = fc.oneof(
  duration.map((time) => ({ for: time })),
  moment.map((until) => ({ until })),
);
const window = fc.record({
  hours: fc.constantFrom('business' as const, {
    weekdays: [2, 4, 6] as const,
    from: '20:00',
    to: '02:00',
    holidays: [],
  }),
  zone: fc.constantFrom('brand' as const, 'client' as const),
});
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { field: 'booking.kind', op: 'is', value: 'wedding' },
    { field: 'booking.status', op: 'is', value: 'confirmed' },
    { field: 'client.tags', op: 'includes', value: 'vip' },
  ),
  fc
    .integer({ min: 1, max: 30 })
    .map((value): Condition => ({ any: [{ field: 'booking.startsAt', op: 'withinNextDays', value }] })),
);

const recipient: fc.Arbitrary<Recipient> = fc.constantFrom<Recipient>(
  { role: 'client' },
  { role: 'vendors' },
  { role: 'staff' },
  { role: 'inquirer' },
  { role: 'address', address: 'desk@example.test' },
);

const category = fc.constantFrom('transactional' as const, 'marketing' as const);

/** What is carried out, each as plain as can be. */
const plainEffects: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  { id: '', kind: 'createTask', title: 'Call', assignee: { role: 'owner' } },
  { id: '', kind: 'updateRecord', record: 'client', set: [{ field: 'tags', op: 'add', value: 'vip' }] },
  {
    id: '',
    kind: 'updateRecord',
    record: 'booking',
    set: [{ field: 'status', op: 'set', value: 'cancelled' }],
  },
  { id: '', kind: 'notifyStaff', to: { role: 'staff' }, subject: 'Look', text: 'Here' },
  { id: '', kind: 'notifyStaff', to: { role: 'members' }, subject: 'Look', text: '' },
  { id: '', kind: 'startWorkflow', workflow: null },
  { id: '', kind: 'callWebhook', url: 'https://hooks.example.com/', fields: ['client.email'] },
  { id: '', kind: 'callWebhook', url: 'https://10.0.0.1/', fields: [] },
  { id: '', kind: 'end' },
);

const stepsOf = (effects: fc.Arbitrary<Step>) =>
  fc.letrec<{ steps: Step[]; step: Step }>((tie) => ({
    steps: fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'steps' }),
    step: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'steps' },
      fc
        .tuple(fc.option(window, { nil: undefined }), fc.boolean(), recipient, category)
        .map(([hours, needsApproval, to, kind]): Step => ({
          id: '',
          kind: 'sendMail',
          template: null,
          to,
          from: { type: 'brand' },
          category: kind,
          ...(hours && { window: hours }),
          ...(needsApproval && { approval: {} }),
        })),
      duration.map((time): Step => ({ id: '', kind: 'wait', for: time })),
      fc
        .tuple(moment, fc.constantFrom('go-on' as const, 'skip-next' as const, 'end' as const))
        .map(([until, ifPast]): Step => ({ id: '', kind: 'wait', until: { ...until, ifPast } })),
      window.map((hours): Step => ({ id: '', kind: 'wait', window: hours })),
      effects,
      fc.tuple(condition, tie('steps'), tie('steps')).map(([when, yes, no]): Step => ({
        id: '',
        kind: 'decide',
        paths: [
          { id: 'yes', when, steps: yes },
          { id: 'otherwise', steps: no },
        ],
      })),
      fc.tuple(limit, tie('steps'), tie('steps')).map(([most, happened, timedOut]): Step => ({
        id: '',
        kind: 'waitForEvent',
        event: 'mail.replied',
        when: { field: 'message.text', op: 'contains', value: 'yes' },
        limit: most,
        paths: [
          { id: 'happened', steps: happened },
          { id: 'timedOut', steps: timedOut },
        ],
      })),
      fc.tuple(limit, tie('steps'), tie('steps'), fc.boolean()).map(([most, approved, noAnswer]): Step => ({
        id: '',
        kind: 'approve',
        question: 'Fine?',
        limit: most,
        paths: [
          { id: 'approved', steps: approved },
          { id: 'declined', steps: [] },
          { id: 'noAnswer', steps: noAnswer },
        ],
      })),
    ),
  })).steps;

/** Ids in reading order: s0, s1, ... */
function named(given: readonly Step[]): Step[] {
  let n = 0;
  const all = (list: readonly Step[]): Step[] =>
    list.map((step) => {
      const id = `s${n++}`;
      return 'paths' in step
        ? { ...step, id, paths: step.paths.map((path) => ({ ...path, steps: all(path.steps) })) }
        : { ...step, id };
    });
  return all(given);
}

const injectedEvent: fc.Arbitrary<UndatedEvent & { readonly in: number }> = fc
  .tuple(
    onTheGrid(3 * TEN_DAYS),
    fc.oneof(
      onTheGrid(6 * TEN_DAYS).map((minutes) => ({ type: 'moves' as const, minutes })),
      fc.constantFrom<UndatedEvent>(
        { type: 'event', event: 'mail.replied', facts: { message: { text: 'oh yes' } } },
        { type: 'event', event: 'mail.replied', facts: { message: { text: 'no' } } },
        { type: 'event', event: 'form.answered' },
        { type: 'event', event: 'booking.cancelled', facts: { booking: { status: 'cancelled' } } },
        { type: 'change', facts: { booking: { kind: 'portrait' } } },
        { type: 'change', facts: { client: { email: 'new@clients.test' } } },
        { type: 'change', facts: { client: { email: null } } },
        { type: 'answer', answer: 'approved' },
        { type: 'answer', answer: 'declined' },
        { type: 'control', control: { type: 'pause', reason } },
        { type: 'control', control: { type: 'resume' } },
        { type: 'control', control: { type: 'skip', stepId: 's1', reason } },
        { type: 'control', control: { type: 'skip', stepId: 's3', reason } },
        { type: 'control', control: { type: 'force', stepId: 's0', visit: 1, reason } },
        { type: 'control', control: { type: 'force', stepId: 's2', visit: 1, reason } },
        { type: 'control', control: { type: 'stop', reason } },
      ),
    ),
  )
  .map(([minutes, what]) => {
    // The booking's date depends on when the run started: minutes stand in for it until then.
    const happens =
      what.type === 'moves'
        ? ({ type: 'change', facts: { booking: { startsAt: what.minutes } } } as const)
        : what;
    return { ...happens, in: minutes + 7 };
  });

const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'UTC');

/** @param effects steps that are carried out, beside mails */
export const cases = (effects = plainEffects): fc.Arbitrary<Case> =>
  fc.record({
    definition: fc.tuple(stepsOf(effects), fc.boolean()).map(([given, byForm]) => ({
      ...blankDefinition(),
      exitOn: byForm ? [{ event: 'form.answered' as const }] : [],
      steps: named(given),
    })),
    zone: zones,
    clientZone: fc.option(zones),
    kind: fc.constantFrom('wedding', 'portrait'),
    sessionIn: onTheGrid(4 * TEN_DAYS),
    injectedEvents: fc.array(injectedEvent, { maxLength: 4 }),
  });

export const minutesAfter = (start: string, minutes: number): string =>
  new Date(Date.parse(start) + minutes * 60_000).toISOString();

/** The facts of a case that starts at an instant. */
export function factsOf({ kind, sessionIn }: Case, start: string) {
  const facts = sampleFacts('booking.created');
  const startsAt = minutesAfter(start, sessionIn);
  const endsAt = minutesAfter(start, sessionIn + 60);
  return { ...facts, booking: { ...facts['booking'], kind, startsAt, endsAt } };
}

/** What happens in a case that starts at an instant, in its order. */
export const injectedEventsOf = ({ injectedEvents }: Case, start: string): InjectedEvent[] =>
  injectedEvents
    .map(({ in: minutes, ...happens }) => ({
      ...datedFrom(happens, start),
      at: minutesAfter(start, minutes),
    }))
    .toSorted((a, b) => a.at.localeCompare(b.at));

function datedFrom(happens: UndatedEvent, start: string): UndatedEvent {
  const startsAt = happens.type === 'change' ? happens.facts['booking']?.['startsAt'] : undefined;
  if (typeof startsAt !== 'number') return happens;
  return { type: 'change', facts: { booking: { startsAt: minutesAfter(start, startsAt) } } };
}
