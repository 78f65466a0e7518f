import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { bookings, clients, templates, workflows } from '@cueline/contracts';
import { blankDefinition, kinds, type Step } from '@cueline/workflows';
import { TestApi } from '@cueline/testkit/test-api';
import { runCueline } from './cueline.fixture.js';

const pause = kinds.wait.defaults('pause');

let api: TestApi;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  api = await TestApi.open();
  folder = mkdtempSync(path.join(tmpdir(), 'cueline-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api.close();
});
beforeEach(async () => {
  env = await environment('automation:read', 'automation:write');
});

/** What a studio of its own sets to be reached by a key of these scopes. */
async function environment(...scopes: string[]) {
  const studio = await api.studio();
  return { CUELINE_URL: api.urls.api, CUELINE_API_KEY: await studio.secret(...scopes) };
}

const run = (
  words: string[],
  { stdin = '', as = env }: { stdin?: string; as?: Record<string, string> } = {},
) => runCueline(words, { stdin, env: as });

function fileOf(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const documentOf = (steps: object[], more: object = {}) => ({
  cueline: 1,
  name: 'Reminder',
  definition: { ...blankDefinition(), steps },
  ...more,
});
async function imported(...steps: object[]): Promise<workflows.WorkflowView> {
  const { out } = await run(['workflows', 'import', fileOf('new.json', documentOf(steps)), '--json']);
  return JSON.parse(out) as workflows.WorkflowView;
}

describe('cueline workflows', () => {
  it('check: says without any studio what is wrong, where, and how to fix it', async () => {
    const good = fileOf('good.json', documentOf([pause]));
    const bad = fileOf('bad.json', documentOf([kinds.sendMail.defaults('hello')]));
    const future = fileOf('future.json', { ...documentOf([]), definition: { schemaVersion: 7 } });
    expect(await run(['workflows', 'check', good], { as: {} })).toEqual({
      code: 0,
      out: `${good}: nothing wrong\n`,
      err: '',
    });
    expect(await run(['workflows', 'check', good, bad, future], { as: {} })).toEqual({
      code: 1,
      out:
        `${good}: nothing wrong\n` +
        `${bad}: error at /definition/steps/0/template: Choose a template. (mail.noTemplate)\n` +
        `${future}: error at /definition/schemaVersion: This is written in version 7 of the workflow language. Known here: 1. (definition.unknownVersion)\n`,
      err: '',
    });
    const json = await run(['workflows', 'check', bad, '--json'], { as: {} });
    expect(JSON.parse(json.out)).toMatchObject([
      { file: bad, problems: [{ code: 'mail.noTemplate', message: 'Choose a template.' }] },
    ]);
  });

  it('check: lets warnings pass, unless it is to be strict', async () => {
    const file = fileOf('warned.json', documentOf([{ ...pause, for: { amount: 0, unit: 'days' } }]));
    expect(await run(['workflows', 'check', file])).toMatchObject({
      code: 0,
      out: expect.stringContaining('warning'),
    });
    expect((await run(['workflows', 'check', '--strict', file])).code).toBe(1);
  });

  it('import, list, export: bring a file in and the very same out again', async () => {
    const made = await run(['workflows', 'import', fileOf('new.json', documentOf([pause]))]);
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Made [0-9a-f-]{36} {2}Reminder \(revision 1\)\n$/),
    });
    const id = made.out.split(' ')[1]!;
    expect((await run(['workflows', 'list'])).out).toBe(`${id}  draft      Reminder\n`);
    const first = await run(['workflows', 'export', id]);
    expect(first).toMatchObject({ code: 0, err: '' });
    const file = path.join(folder, 'exported.json');
    expect(await run(['workflows', 'export', id, '--out', file])).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe(first.out);
    expect((await run(['workflows', 'check', file])).code).toBe(0);
    const elsewhere = await environment('automation:read', 'automation:write');
    const copy = await run(['workflows', 'import', '-'], { stdin: first.out, as: elsewhere });
    expect((await run(['workflows', 'export', copy.out.split(' ')[1]!], { as: elsewhere })).out).toBe(
      first.out,
    );
  });

  it('import --into, diff, publish: take a changed file to a workflow that is there', async () => {
    const { id } = await imported(pause);
    expect(await run(['workflows', 'publish', id, '--note', 'From a file'])).toEqual({
      code: 0,
      out: `Published ${id}  Reminder, version 1\n`,
      err: '',
    });
    expect(await run(['workflows', 'diff', id])).toEqual({ code: 0, out: '', err: '' });
    const changed = fileOf('changed.json', documentOf([], { name: 'Late reminder' }));
    expect((await run(['workflows', 'import', changed, '--into', id])).out).toContain(
      `Changed ${id}  Late reminder`,
    );
    expect(await run(['workflows', 'diff', id])).toEqual({
      code: 1,
      out: 'Removed “Wait 1 day”.\n',
      err: '',
    });
    const stale = await run(['workflows', 'import', changed, '--into', id, '--revision', '1']);
    expect(stale).toMatchObject({
      code: 1,
      err: expect.stringContaining('Somebody has changed this meanwhile'),
    });
    expect((await run(['workflows', 'publish', id, '--enrol', 'yesterday'])).code).toBe(1);
    const refused = await run(['workflows', 'publish', id]);
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      err: 'The workflow has problems.\n  /steps: Nothing happens yet. Add a first step. (workflow.empty)\n',
    });
  });

  it('rehearse: tells what would happen on a record or on samples, and sends nothing', async () => {
    const studio = await api.studio();
    const as = {
      CUELINE_URL: api.urls.api,
      CUELINE_API_KEY: await studio.secret('automation:read', 'automation:write'),
    };
    const ask = await studio.key();
    const { body: client } = await ask.post<clients.Client>('/api/v1/clients', {
      firstName: 'Mara',
      email: 'mara@clients.test',
    });
    const { body: booking } = await ask.post<bookings.Booking>('/api/v1/bookings', {
      clientId: client.id,
      title: 'The day',
      kind: 'wedding',
      startsAt: '2027-06-12T13:00:00Z',
      endsAt: '2027-06-12T21:00:00Z',
    });
    const { body: template } = await ask.post<templates.TemplateView>('/api/v1/templates', {
      name: 'Soon',
      subject: '{{ booking.title }} is near',
      html: '<p>Dear {{ client.firstName }}</p>',
    });
    const approve: Step = {
      ...kinds.approve.defaults('ask'),
      question: 'Fine?',
      paths: [
        { id: 'approved', steps: [{ ...kinds.sendMail.defaults('mail'), template: template.id }] },
        { id: 'declined', steps: [] },
        { id: 'noAnswer', steps: [] },
      ],
    };
    const file = fileOf('near.json', documentOf([pause, approve]));
    const id = (await run(['workflows', 'import', file], { as })).out.split(' ')[1]!;
    const words = ['workflows', 'rehearse', id, '--record', booking.id, '--start', '2027-05-03T08:00:00Z'];
    const event = ['--event', '2027-05-05T08:00:00Z approved'];
    expect(await run([...words, ...event], { as })).toEqual({
      code: 0,
      out:
        'Mon, 3 May 2027, 10:00  starts\n' +
        'Tue, 4 May 2027, 10:00  done     Wait 1 day\n' +
        'Wed, 5 May 2027, 10:00  done     Ask for approval: Fine?\n' +
        '                                 path: approved\n' +
        'Wed, 5 May 2027, 10:00  done     Send “Soon” to the client\n' +
        '                                 to mara@clients.test: The day is near\n' +
        'Wed, 5 May 2027, 10:00  completed\n' +
        'On samples: project.\n',
      err: '',
    });
    const open = await run([...words, '--json'], { as });
    expect(JSON.parse(open.out)).toMatchObject({ end: { result: 'open' } });
    const onSample = await run(['workflows', 'rehearse', id, ...event], { as });
    expect(onSample.out).toContain('On samples: booking, client');
    const other = ['workflows', 'rehearse', id, '--record', client.id];
    expect(await run(other, { as })).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no such booking.'),
    });
    // The booking that is there already gets its run when somebody asks for it, and once.
    const publish = ['workflows', 'publish', id, '--enrol', 'all'];
    expect((await run(publish, { as })).out).toContain('\nEnrolled 1 record\n');
    expect((await run(publish, { as })).out).toContain('\nEnrolled 0 records\n');
  });

  it('apply: makes all named edits or none', async () => {
    const { id } = await imported(pause);
    const insert = { type: 'insertStep', slot: { parent: null, index: 1 }, step: kinds.end.defaults('over') };
    const missing = { type: 'removeStep', stepId: 'nowhere' };
    const both = await run([
      'workflows',
      'apply',
      id,
      fileOf('edits.json', { operations: [insert, missing] }),
    ]);
    expect(both).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('/operations/1: There is no such step in the draft. (noSuchStep)'),
    });
    const stdin = JSON.stringify({ operations: [insert] });
    expect(await run(['workflows', 'apply', id, '-'], { stdin })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Changed .* \(revision 2\)\n$/),
    });
  });
});

describe('cueline', () => {
  it('lists its commands when asked for nothing or for help, and refuses what is none', async () => {
    const help = await run([]);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const name of ['list', 'check', 'test', 'rehearse', 'import', 'export', 'apply', 'diff', 'publish'])
      expect(help.out).toContain(`cueline workflows ${name}`);
    expect((await run(['workflows', 'check', '--help'])).out).toContain('cueline workflows check FILE...');
    expect(await run(['workflows', 'dance'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('There is no command "workflows dance".'),
    });
  });

  it.each([
    {
      what: 'a file that is not there',
      words: ['workflows', 'check', '/nowhere.json'],
      why: /^There is no file \/nowhere\.json\.$/m,
    },
    { what: 'a word too few', words: ['workflows', 'export'], why: /^cueline workflows export ID/m },
    { what: 'an option that is none', words: ['workflows', 'list', '--colour'], why: /--colour/ },
    {
      what: 'a revision that is none',
      words: ['workflows', 'publish', 'x', '--revision', 'new'],
      why: /^--revision is a number/m,
    },
    { what: 'no address', words: ['workflows', 'list', '--key', 'cue_x'], why: /CUELINE_URL/ },
    { what: 'no key', words: ['workflows', 'list', '--url', 'http://127.0.0.1:9'], why: /CUELINE_API_KEY/ },
    {
      what: 'nobody at the address',
      words: ['workflows', 'list', '--url', 'http://127.0.0.1:9', '--key', 'cue_x'],
      why: /^http:\/\/127\.0\.0\.1:9 cannot be reached: \S/m,
    },
  ])('says of $what that it cannot, and why', async ({ words, why }) => {
    const ended = await run(words, { as: {} });
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringMatching(why) });
    expect(ended.err).not.toContain('    at ');
  });

  it('takes the API’s no for a no', async () => {
    const reader = await environment('automation:read');
    expect(
      await run(['workflows', 'import', fileOf('new.json', documentOf([]))], { as: reader }),
    ).toMatchObject({
      code: 1,
      err: expect.stringContaining('The key lacks the scope automation:write.'),
    });
    const stranger = { ...env, CUELINE_API_KEY: 'cue_nobody' };
    expect(await run(['workflows', 'list'], { as: stranger })).toMatchObject({
      code: 1,
      err: expect.stringContaining('This API key is not known'),
    });
    expect(await run(['workflows', 'export', '00000000-0000-4000-8000-000000000000'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no such workflow.'),
    });
  });
});
