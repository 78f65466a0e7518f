import { describe, expect, it } from '@jest/globals';
import { blankDefinition, type Definition, type Step } from '../definition/index.js';
import { kinds } from '../kinds/index.js';
import { DOCUMENT_FORMAT, type WorkflowDocument } from '../versions/index.js';
import { readScenarios, runScenario, scenariosJsonSchema, type ScenarioResult } from './index.js';

const daysBefore = { amount: 3, unit: 'days', direction: 'before' } as const;

const REMINDER = '01890000-0000-7000-8000-000000000001';
const THANKS = '01890000-0000-7000-8000-000000000002';
const mail = (id: string, template: string, more: Partial<Step> = {}): Step =>
  ({ ...kinds.sendMail.defaults(id), template, ...more }) as Step;
const notice: Step = {
  ...kinds.notifyStaff.defaults('tell'),
  subject: '{{ booking.title }} is near',
};
const near: Step = {
  id: 'near',
  kind: 'wait',
  until: { anchor: 'booking.startsAt', offset: daysBefore, at: '09:00', ifPast: 'end' },
};
const reply: Step = {
  ...kinds.waitForEvent.defaults('reply'),
  limit: { for: { amount: 1, unit: 'days' } },
  paths: [
    { id: 'happened', steps: [mail('thanks', THANKS)] },
    { id: 'timedOut', steps: [] },
  ],
};
const documentOf = (steps: readonly Step[], more: Partial<Definition> = {}): WorkflowDocument => ({
  cueline: DOCUMENT_FORMAT,
  name: 'Session near',
  description: '',
  definition: { ...blankDefinition(), ...more, steps },
  templates: [
    { id: REMINDER, name: 'Reminder' },
    { id: THANKS, name: 'Thanks' },
  ],
});
const session = documentOf([near, mail('remind', REMINDER), notice, reply]);

const given = {
  at: '2027-05-03 10:00',
  facts: { booking: { title: 'The day', startsAt: '2027-06-12T13:00:00Z' }, client: { email: 'm@x.test' } },
};
const replies = { type: 'event', event: 'mail.replied', at: '2027-06-09T12:00:00Z' };
const reminder = { template: 'Reminder', to: 'client', at: '2027-06-09 09:00' };
const noticeMail = { subject: 'The day is near', to: 'owner', at: '2027-06-09T07:00:00Z' };

function run(test: object, document = session, brand?: object): ScenarioResult {
  const json = { schemaVersion: 1, workflow: 'x.json', brand, tests: [{ name: 'one', ...test }] };
  const read = readScenarios(JSON.parse(JSON.stringify(json)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return runScenario(document, read.scenarios, read.scenarios.tests[0]!, () => (line, text, facts) => ({
    ok: true,
    line: line.replace('{{ booking.title }}', facts['booking']?.['title'] as string),
    text,
  }));
}
const differences = (test: object, document?: WorkflowDocument, brand?: object) => {
  const result = run(test, document, brand);
  return 'unable' in result ? [`unable: ${result.unable}`] : result.differences;
};

describe('a test of a workflow', () => {
  it('passes where mails, steps and the end are as expected', () => {
    expect(
      differences({
        given,
        happens: [replies],
        expect: {
          mails: [{ template: THANKS, at: '2027-06-09 14:00' }, noticeMail, reminder],
          steps: [
            { step: 'near', status: 'done', at: '2027-06-09 09:00' },
            { step: 'reply', outcome: 'happened', at: '2027-06-09 14:00' },
          ],
          end: { result: 'completed', at: '2027-06-09 14:00' },
        },
      }),
    ).toEqual([]);
  });

  it('takes times on the brand’s clock, and offsets from the start', () => {
    const expected = {
      expect: { mails: [{ ...reminder, to: ['m@x.test'] }, { subject: 'The day is near' }] },
    };
    expect(differences({ given, ...expected }, session, { zone: 'America/New_York' })).toEqual([]);
    const pause: Step = { id: 'w', kind: 'wait', for: { amount: 2, unit: 'days' } };
    const after = { template: 'Reminder', after: { amount: 2, unit: 'days' } };
    const twoDays = documentOf([pause, mail('remind', REMINDER)]);
    expect(differences({ given, expect: { mails: [after] } }, twoDays)).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    [
      'a mail that does not come',
      { mails: [reminder, noticeMail, { template: 'Thanks', to: 'client' }] },
      ['Expected mail "Thanks" to client: got none.'],
    ],
    [
      'a mail that nobody expects',
      { mails: [noticeMail] },
      ['Unexpected mail "Reminder" to m@x.test at 2027-06-09 09:00.'],
    ],
    [
      'another time',
      { mails: [noticeMail, { ...reminder, at: '2027-06-09 08:59' }] },
      ['Expected mail "Reminder" to client at 2027-06-09 08:59: it leaves at 2027-06-09 09:00.'],
    ],
    [
      'other people',
      { mails: [noticeMail, { ...reminder, to: 'elis@x.test' }] },
      ['Expected mail "Reminder" to elis@x.test at 2027-06-09 09:00: it goes to m@x.test.'],
    ],
    [
      'the same mail twice',
      { mails: [noticeMail, reminder, reminder] },
      ['Expected mail "Reminder" to client at 2027-06-09 09:00: got none.'],
    ],
    [
      'no mail at all',
      { mails: [] },
      [
        'Unexpected mail "Reminder" to m@x.test at 2027-06-09 09:00.',
        'Unexpected notice "The day is near" to owner@example.test at 2027-06-09 09:00.',
      ],
    ],
    [
      'a step left otherwise',
      { steps: [{ step: 'reply', outcome: 'happened', status: 'done' }] },
      ['Expected "reply" to be left by happened, it is left by timedOut.'],
    ],
    [
      'a step not come to',
      { steps: [{ step: 'thanks' }] },
      ['Expected that the run comes to "thanks", but it does not.'],
    ],
    [
      'a step come to',
      { steps: [{ step: 'reply', status: 'notReached' }] },
      ['Expected that the run does not come to "reply", but it does.'],
    ],
    ['a step that is none', { steps: [{ step: 'nowhere' }] }, ['There is no step "nowhere".']],
    [
      'another end',
      { end: { result: 'exited' } },
      ['Expected that the run ends early, but it is completed.'],
    ],
    [
      'an end at another time',
      { end: { result: 'completed', at: '2027-06-09 09:00' } },
      ['Expected that the run is completed at 2027-06-09 09:00, but it is 2027-06-10 09:00.'],
    ],
    ['no run', { starts: false }, ['Expected no run, but one starts.']],
  ])('says of %s that it differs', (_, expected, said) => {
    expect(differences({ given, expect: expected })).toEqual(said);
  });

  it('knows what starts no run', () => {
    const weddings = documentOf([mail('remind', REMINDER)], {
      trigger: { ...blankDefinition().trigger, when: { field: 'booking.kind', op: 'is', value: 'wedding' } },
    });
    const portrait = { ...given, facts: { booking: { kind: 'portrait' } } };
    expect(differences({ given: portrait, expect: { starts: false } }, weddings)).toEqual([]);
    expect(differences({ given: portrait, expect: {} }, weddings)).toEqual([
      'Expected a run, but none starts: The condition on the start does not hold.',
    ]);
    expect(differences({ given: { ...given, event: 'invoice.paid' }, expect: {} })).toEqual([
      'Expected a run, but none starts: invoice.paid does not start this workflow.',
    ]);
  });

  it('starts by itself where the workflow starts by a date', () => {
    const dated = documentOf([mail('remind', REMINDER)], {
      trigger: {
        type: 'date',
        reentry: 'once-per-record',
        moment: { anchor: 'booking.startsAt', offset: { amount: 1, unit: 'weeks', direction: 'before' } },
      },
    });
    const { facts } = given;
    const mails = [{ template: 'Reminder', at: '2027-06-05 15:00' }];
    expect(differences({ given: { facts }, expect: { mails } }, dated)).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['an event without a time', { given: {}, expect: {} }, /Say when it happens/],
    [
      'a record that is not there',
      { given: { ...given, facts: { invoice: { number: '1' } } }, expect: {} },
      /There is no invoice/,
    ],
    [
      'what happens before the start',
      { given, happens: [{ ...replies, at: '2027-05-01 09:00' }], expect: {} },
      /before the start/,
    ],
  ])('cannot be run with %s', (_, test, why) => {
    expect(differences(test)[0]).toMatch(why);
    expect(differences(test)[0]).toMatch(/^unable/);
  });
});

describe('a test file', () => {
  const problems = (json: unknown) => {
    const read = readScenarios(json);
    return read.ok ? [] : read.problems.map(({ code, path }) => [code, path]);
  };
  const file = (test: object) => ({
    schemaVersion: 1,
    workflow: 'x.json',
    tests: [{ name: 'one', given, expect: {}, ...test }],
  });

  it.each<[string, object, [string, string][]]>([
    [
      'a fact that no record has',
      { given: { facts: { booking: { startAt: null } } } },
      [['definition.wrongShape', '/tests/0/given/facts/booking/startAt']],
    ],
    [
      'a fact of another type',
      { given: { facts: { booking: { startsAt: 3 }, client: { tags: 'vip' } } } },
      [
        ['definition.wrongShape', '/tests/0/given/facts/booking/startsAt'],
        ['definition.wrongShape', '/tests/0/given/facts/client/tags'],
      ],
    ],
    [
      'a mail without a name',
      { expect: { mails: [{ to: 'client' }] } },
      [['definition.wrongShape', '/tests/0/expect/mails/0']],
    ],
    [
      'two times',
      { expect: { steps: [{ step: 'x', at: '2027-05-03 10:00', after: { amount: 1, unit: 'days' } }] } },
      [['definition.wrongShape', '/tests/0/expect/steps/0']],
    ],
    [
      'an event without a time',
      { happens: [{ type: 'pause' }] },
      [['definition.wrongShape', '/tests/0/happens/0']],
    ],
    ['a time that is none', { given: { at: 'tomorrow' } }, [['definition.wrongShape', '/tests/0/given/at']]],
    [
      'a zone that is none, of the client or as a fact',
      { given: { clientZone: 'BET', facts: { brand: { zone: 'Mars/Olympus' } } } },
      [
        ['definition.wrongShape', '/tests/0/given/clientZone'],
        ['definition.wrongShape', '/tests/0/given/facts/brand/zone'],
      ],
    ],
    [
      'money in no currency',
      { given: { facts: { invoice: { total: { amountMinor: 1, currency: 'DEM' } } } } },
      [['definition.wrongShape', '/tests/0/given/facts/invoice/total/currency']],
    ],
    [
      'addresses that are none',
      { given: { staff: ['jo@example.test '], vendors: ['Venue <venue@example.test>'] } },
      [['definition.wrongShape', '/tests/0/given/vendors/0']],
    ],
    ['a key that is none', { expects: {} }, [['definition.unknownKey', '/tests/0/expects']]],
  ])('with %s is refused by its place', (_, test, expected) => {
    expect(problems(file(test))).toEqual(expected);
  });

  it('of a brand in a zone or language that is none is refused by its place', () => {
    expect(problems({ ...file({}), brand: { zone: 'BET', locale: 'english' } })).toEqual([
      ['definition.wrongShape', '/brand/zone'],
      ['definition.wrongShape', '/brand/locale'],
    ]);
  });

  it.each([undefined, null, 3, [], {}, { schemaVersion: 2 }, { tests: [{}] }])('is not %p', (json) => {
    expect(problems(json).length).toBeGreaterThan(0);
  });

  it('has a JSON Schema for editors', () => {
    expect(JSON.stringify(scenariosJsonSchema())).toContain('"mails"');
  });
});
