import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blankDefinition, kinds, type Step } from '@cueline/workflows';
import { runCueline } from './cueline.fixture.js';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const example = path.join(docs, 'examples/welcome.test.json');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cueline-tests-'));
  file('notice.json', workflow);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
}

const steps: Step[] = [
  { id: 'pause', kind: 'wait', for: { amount: 1, unit: 'days' } },
  {
    ...kinds.notifyStaff.defaults('tell'),
    subject: '{{ client.firstName }} comes on {{ booking.startsAt | date }}',
  },
];
const workflow = {
  cueline: 1,
  name: 'Tell us',
  definition: { ...blankDefinition(), steps },
};
const testOf = (expected: object, given: object = {}) => ({
  schemaVersion: 1,
  workflow: 'notice.json',
  tests: [{ name: 'we are told', given: { at: '2027-05-03 10:00', ...given }, expect: expected }],
});
const notice = { subject: 'Mara comes on 12 June 2027', to: 'owner' };

/** Without a studio: no address, no key. */
const test = (...words: string[]) => runCueline(['workflows', 'test', ...words]);

describe('cueline workflows test', () => {
  it('passes the example of the documentation, which shows the very file', async () => {
    expect(await test(example)).toEqual({
      code: 0,
      out:
        `${example}\n` +
        '  passed   A wedding is welcomed as a wedding\n' +
        '  passed   Any other session gets the other mail\n' +
        '  passed   Who cancels at once hears nothing\n' +
        '  passed   A client without an address stops nothing\n' +
        '4 passed, 0 differ, 0 could not be run\n',
      err: '',
    });
    expect(readFileSync(path.join(docs, 'workflows-as-code.md'), 'utf8')).toContain(
      `\`\`\`json (compared: docs/examples/welcome.test.json)\n${readFileSync(example, 'utf8')}\`\`\``,
    );
  });

  it('fills merge fields in as the product does, from the sample and what the test gives', async () => {
    const passes = file(
      'passes.json',
      testOf({ mails: [{ ...notice, after: { amount: 1, unit: 'days' } }] }),
    );
    const other = file(
      'other.json',
      testOf(
        { mails: [{ subject: 'Elis comes on 12 June 2027' }] },
        { facts: { client: { firstName: 'Elis' } } },
      ),
    );
    expect(await test(passes, other)).toMatchObject({ code: 0 });
  });

  it('ends with 1 for what differs, and says it', async () => {
    const differs = file('differs.json', testOf({ mails: [{ ...notice, at: '2027-05-04 09:00' }] }));
    expect(await test(example, differs)).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        `${differs}\n` +
          '  differs  we are told\n' +
          '             Expected notice "Mara comes on 12 June 2027" to owner at 2027-05-04 09:00: it leaves at 2027-05-04 10:00.\n' +
          '4 passed, 1 differ, 0 could not be run\n',
      ),
    });
    const { out } = await test(differs, '--json');
    expect(JSON.parse(out)).toMatchObject([
      { file: differs, unable: [], tests: [{ name: 'we are told', result: 'differs' }] },
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['a file that is no JSON', '{', /is not JSON/],
    [
      'no such workflow file',
      { ...testOf({}), workflow: 'nowhere.json' },
      /There is no file .*nowhere\.json\./,
    ],
    [
      'a workflow file that is none',
      { ...testOf({}), workflow: 'broken.json' },
      /broken\.json: error at \/cueline/,
    ],
    [
      'a word that is none',
      testOf({ mail: [] }),
      /error at \/tests\/0\/expect\/mail: There is no setting "mail" here/,
    ],
    [
      'a fact that no record has',
      testOf({}, { facts: { booking: { date: 'x' } } }),
      /There is no field booking\.date/,
    ],
    ['an event without a time', testOf({}, { at: undefined }), /Say when it happens/],
  ])('ends with 2 for %s, also where others differ, and says why', async (_, content, why) => {
    file('broken.json', {});
    const differs = file('differs.json', testOf({ mails: [] }));
    const bad = file('bad.json', content);
    const ended = await test(differs, bad);
    expect(ended).toMatchObject({ code: 2, err: '', out: expect.stringMatching(why) });
    expect(ended.out).toMatch(/0 passed, 1 differ, 1 could not be run\n$/);
    expect(ended.out).not.toContain('    at ');
  });

  it('wants a file, and gives editors the schema of one', async () => {
    expect(await test()).toMatchObject({ code: 2, err: expect.stringContaining('Name the test files') });
    const { code, out } = await test('--schema');
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ type: 'object' })]);
  });
});

describe('cueline workflows rehearse FILE', () => {
  const rehearse = (...words: string[]) =>
    runCueline(['workflows', 'rehearse', path.join(folder, 'notice.json'), ...words]);

  it('tells what would happen and when, on samples and without a studio', async () => {
    expect(await rehearse('--start', '2027-05-03 10:00')).toEqual({
      code: 0,
      out:
        '2027-05-03 10:00  starts\n' +
        '2027-05-04 10:00  done     Wait 1 day\n' +
        '2027-05-04 10:00  done     Notify the owner: {{ client.firstName }} comes on {{ booking.startsAt | date }}\n' +
        '                           to owner@example.test: Mara comes on 12 June 2027\n' +
        '2027-05-04 10:00  completed\n' +
        'On samples: booking, client, project, brand, studio.\n',
      err: '',
    });
  });

  it('lets things happen, and says what came of them', async () => {
    const words = ['--start', '2027-05-03 10:00', '--event', '2027-05-03 12:00 booking.cancelled'];
    expect((await rehearse(...words)).out).toContain(
      '2027-05-03 12:00  ends early: The booking is cancelled.\n',
    );
    const skipped = await rehearse(
      '--start',
      '2027-05-03 10:00',
      '--event',
      '2027-05-03 11:00 skip tell',
      '--json',
    );
    expect(JSON.parse(skipped.out)).toMatchObject({
      steps: [{ status: 'done' }, { at: '2027-05-04 10:00', status: 'skipped' }],
    });
  });

  it.each<[string, string[], RegExp]>([
    ['what cannot happen', ['--event', '2027-05-03 12:00 rain'], /nothing that can happen/],
    ['a record, which only a studio has', ['--record', 'x'], /rehearsed on samples/],
    ['a start that is none', ['--start', 'soon'], /\/tests\/0\/given\/at/],
  ])('cannot be asked with %s', async (_, words, why) => {
    expect(await rehearse(...words)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(why) });
  });
});

describe('cueline workflows check', () => {
  it('looks at ways, texts and order without a studio', async () => {
    const bad = file('bad.json', {
      ...workflow,
      definition: {
        ...blankDefinition(),
        trigger: {
          type: 'date',
          reentry: 'once-per-record',
          moment: { anchor: 'booking.startsAt', offset: { amount: 7, unit: 'days', direction: 'before' } },
        },
        steps: [
          {
            id: 'month',
            kind: 'wait',
            until: {
              anchor: 'booking.startsAt',
              offset: { amount: 30, unit: 'days', direction: 'before' },
              ifPast: 'go-on',
            },
          },
          { ...kinds.notifyStaff.defaults('tell'), subject: '{{ client.firstName', to: { role: 'owner' } },
        ],
      },
    });
    const { code, out } = await runCueline(['workflows', 'check', bad]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /warning at \/definition\/steps\/0\/until: .*\(wait\.certainlyPast\)\n.*\(text\.broken\)\n$/,
    );
  });
});
