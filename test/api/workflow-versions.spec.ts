import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { workflows } from '@cueline/contracts';
import { blankDefinition, kinds, type Step } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

type Workflow = workflows.WorkflowView;
const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` });

/** A workflow of these steps in a studio with its owner. */
async function workflowOf(...steps: Step[]) {
  const studio = await api.studio();
  const owner = await studio.person('owner');
  const { body } = await owner.post<Workflow>('/api/v1/workflows', { name: 'Reminder' });
  const path = `/api/v1/workflows/${body.id}`;
  const drafted = await draft(owner, path, 1, steps);
  return { studio, owner, path, id: body.id, revision: drafted.body.revision };
}

const draft = (ask: ApiClient, path: string, revision: number, steps: readonly Step[]) =>
  ask.send<Workflow>(
    'PUT',
    `${path}/draft`,
    { definition: { ...blankDefinition(), steps } },
    ifMatch(revision),
  );
const publish = (ask: ApiClient, path: string, revision: number, body: object = {}) =>
  ask.send<Workflow>('POST', `${path}/publish`, body, ifMatch(revision));

const over = kinds.end.defaults('over');
const pause = (days: number): Step => ({
  ...kinds.wait.defaults('pause'),
  for: { amount: days, unit: 'days' },
});

/** A run of the workflow's newest version, at a step or ended. */
async function run(studio: TestTenant, workflowId: string, at: { step?: string; ended?: boolean }) {
  const client = randomUUID();
  await api.rows(
    `INSERT INTO clients (id, studio_id, brand_id, first_name, updated_at) VALUES ($1, $2, $3, 'Mara', now())`,
    client,
    studio.id,
    studio.brandId,
  );
  const id = randomUUID();
  await api.rows(
    `WITH happened AS (
       INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at)
       VALUES (gen_random_uuid(), $2, 'test', $1::text, 'booking.created', 'client', $4, now()) RETURNING id, seq)
     INSERT INTO runs (id, studio_id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id,
       reentry_key, status, current_step_id, ended_at)
     SELECT $1::uuid, $2, $3, v.id, h.id, h.seq, 1, 'client', $4, $4, h.id::text,
       CASE WHEN $6 THEN 'completed' ELSE 'waiting' END::run_status, $5, CASE WHEN $6 THEN now() END
     FROM happened h, workflow_versions v WHERE v.workflow_id = $3 ORDER BY v.number DESC LIMIT 1`,
    id,
    studio.id,
    workflowId,
    client,
    at.step ?? null,
    at.ended ?? false,
  );
  return id;
}

describe('versions of a workflow', () => {
  it('are listed with who published them, why, and the runs that each one has', async () => {
    const { studio, owner, path, id, revision } = await workflowOf(pause(1));
    const first = await publish(owner, path, revision, { note: 'The first' });
    expect(first).toMatchObject({
      status: 200,
      body: { state: 'published', publishedVersion: 1, changed: false },
    });
    await run(studio, id, { step: 'pause' });
    await run(studio, id, { ended: true });
    const second = await draft(owner, path, first.body.revision, [pause(3)]);
    expect(second.body).toMatchObject({ changed: true, publishedVersion: 1 });
    const program = await studio.key('automation:write');
    expect((await publish(program, path, second.body.revision)).status).toBe(200);

    const { body } = await owner.get<{ items: workflows.VersionView[] }>(`${path}/versions`);
    expect(body.items).toMatchObject([
      { number: 2, note: '', publishedBy: null, live: true, runs: { live: 0, total: 0 } },
      { number: 1, note: 'The first', publishedBy: 'The owner', live: false, runs: { live: 1, total: 2 } },
    ]);
    const old = await owner.get<workflows.VersionDetail>(`${path}/versions/1`);
    expect(old.body).toMatchObject({ number: 1, definition: { ...blankDefinition(), steps: [pause(1)] } });
    expect((await owner.get(`${path}/versions/3`)).status).toBe(404);
    expect((await owner.get(`${path}/versions/0`)).status).toBe(422);
  });

  it('are compared with the draft and with each other, in sentences', async () => {
    const { owner, path, revision } = await workflowOf(pause(1));
    const compare = (query = '') => owner.get<workflows.DiffView>(`${path}/versions/diff${query}`);
    expect((await compare()).body).toMatchObject({
      changes: [{ type: 'stepAdded', stepId: 'pause', sentence: 'Added “Wait 1 day” as the first step.' }],
    });
    await publish(owner, path, revision);
    expect((await compare()).body).toEqual({ from: 'live', to: 'draft', changes: [] });
    await draft(owner, path, revision, [pause(3), over]);
    const sentences = [
      {
        type: 'stepChanged',
        stepId: 'pause',
        fields: [{ field: 'for', before: { amount: 1, unit: 'days' }, after: { amount: 3, unit: 'days' } }],
        sentence: '“Wait 1 day” is now “Wait 3 days”.',
      },
      { type: 'stepAdded', stepId: 'over', sentence: 'Added “End the run” after “Wait 3 days”.' },
    ];
    expect((await compare()).body.changes).toEqual(sentences);
    await publish(owner, path, revision + 1);
    expect((await compare('?from=1&to=2')).body.changes).toEqual(sentences);
    expect((await compare('?from=2&to=1')).body.changes).toMatchObject([
      { type: 'stepChanged' },
      { type: 'stepRemoved', sentence: 'Removed “End the run”.' },
    ]);
    expect((await compare('?from=9')).status).toBe(404);
    expect((await compare('?from=latest')).status).toBe(422);
  });

  it('come back as the draft, and what is published stays', async () => {
    const { owner, path, revision } = await workflowOf(pause(1));
    await publish(owner, path, revision);
    await draft(owner, path, revision, [over]);
    await publish(owner, path, revision + 1);
    const restore = (headers: Record<string, string>) =>
      owner.send<Workflow>('POST', `${path}/versions/1/restore`, undefined, headers);
    expect((await restore({})).status).toBe(428);
    expect(await restore(ifMatch(revision))).toMatchObject({ status: 412, body: { revision: revision + 1 } });
    expect(await restore(ifMatch(revision + 1))).toMatchObject({
      status: 200,
      body: { revision: revision + 2, publishedVersion: 2, changed: true, definition: { steps: [pause(1)] } },
    });
  });
});

describe('a draft', () => {
  it('is changed by whoever saw its latest revision alone', async () => {
    const { owner, path, revision } = await workflowOf(over);
    const insert = { type: 'insertStep', slot: { parent: null, index: 0 }, step: pause(1) };
    const edit = (headers: Record<string, string>, ...operations: object[]) =>
      owner.send<Workflow>('POST', `${path}/operations`, { operations }, headers);
    expect(await edit({}, insert)).toMatchObject({ status: 428, body: { code: 'revision.required' } });
    const [one, other] = await Promise.all([
      edit(ifMatch(revision), insert),
      edit(ifMatch(revision), insert),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    expect(await edit(ifMatch(revision), insert)).toMatchObject({
      status: 412,
      body: { code: 'revision.conflict' },
    });
    expect((await publish(owner, path, revision)).status).toBe(412);
    expect((await draft(owner, path, revision, [])).status).toBe(412);
  });

  it('takes all of several edits or none, and says which one it refused and why', async () => {
    const { owner, path, revision } = await workflowOf(over);
    const operations = [
      { type: 'insertStep', slot: { parent: null, index: 0 }, step: pause(1) },
      { type: 'removeStep', stepId: 'nowhere' },
    ];
    const answer = await owner.send('POST', `${path}/operations`, { operations }, ifMatch(revision));
    expect(answer).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/operations/1', code: 'noSuchStep', detail: 'There is no such step in the draft.' },
        ],
      },
    });
    expect((await owner.get<Workflow>(path)).body).toMatchObject({ revision, definition: { steps: [over] } });
  });

  it('with errors is not published, and each error is named', async () => {
    const { owner, path, revision } = await workflowOf(kinds.sendMail.defaults('hello'));
    expect(await publish(owner, path, revision)).toMatchObject({
      status: 422,
      body: {
        code: 'workflow.notPublishable',
        errors: [{ pointer: '/steps/0/template', code: 'mail.noTemplate', detail: 'Choose a template.' }],
      },
    });
  });
});

describe('an archived workflow', () => {
  it('comes back as it may: what was published is paused, what was not is a draft', async () => {
    const { owner, path, revision } = await workflowOf(over);
    const move = async (how: string) => (await owner.post<Workflow>(`${path}/${how}`, undefined)).body.state;
    expect(await move('archive')).toBe('archived');
    expect(await publish(owner, path, revision)).toMatchObject({
      status: 409,
      body: { code: 'resource.conflict' },
    });
    expect(await move('unarchive')).toBe('draft');
    await publish(owner, path, revision);
    expect(await move('archive')).toBe('archived');
    expect(await move('unarchive')).toBe('paused');
    expect(await move('resume')).toBe('published');
    expect((await owner.post(`${path}/unarchive`, undefined)).status).toBe(409);
  });

  it('that was paused stays paused when a new version is published', async () => {
    const { owner, path, revision } = await workflowOf(over);
    await publish(owner, path, revision);
    await owner.post(`${path}/pause`, undefined);
    await draft(owner, path, revision, [pause(1)]);
    expect((await publish(owner, path, revision + 1)).body).toMatchObject({
      state: 'paused',
      publishedVersion: 2,
    });
  });
});

describe('the impact of publishing', () => {
  const created = async (owner: ApiClient, kind: string) => {
    const client = await owner.post<{ id: string }>('/api/v1/clients', { firstName: 'Mara' });
    const times = { startsAt: '2027-06-12T13:00:00Z', endsAt: '2027-06-12T21:00:00Z' };
    const body = { clientId: client.body.id, title: kind, kind, ...times };
    return (await owner.post<{ id: string }>('/api/v1/bookings', body)).body.id;
  };
  const weddings = {
    ...blankDefinition().trigger,
    when: { field: 'booking.kind', op: 'is', value: 'wedding' },
  };

  it('is told beforehand: problems, changes, runs at what changes, and records that match', async () => {
    const { studio, owner, path, id, revision } = await workflowOf(
      pause(1),
      kinds.wait.defaults('later'),
      over,
    );
    await publish(owner, path, revision);
    for (const step of ['pause', 'pause', 'later', 'over']) await run(studio, id, { step });
    await run(studio, id, { step: 'pause', ended: true });
    for (const kind of ['wedding', 'wedding', 'portrait']) await created(owner, kind);
    const definition = { ...blankDefinition(), trigger: weddings, steps: [pause(3), over] };
    await owner.send('PUT', `${path}/draft`, { definition }, ifMatch(revision));
    const { body } = await owner.get<workflows.Impact>(`${path}/impact`);
    expect(body).toMatchObject({
      revision: revision + 1,
      publishable: true,
      problems: [],
      changes: [{ type: 'triggerChanged' }, { type: 'stepChanged' }, { type: 'stepRemoved' }],
      runs: { live: 4 },
      records: { subject: 'booking', match: 2, condition: 6, otherBrand: 0, reentry: 0, looked: 8 },
    });
    expect([...body.runs.onChangedSteps].sort((a, b) => b.runs - a.runs)).toEqual([
      { version: 1, stepId: 'pause', step: '“Wait 1 day”', change: 'stepChanged', runs: 2 },
      { version: 1, stepId: 'later', step: '“Wait 1 day”', change: 'stepRemoved', runs: 1 },
    ]);
    expect((await owner.get<Workflow>(path)).body).toMatchObject({ publishedVersion: 1 });
  });

  it('says for which records a date will start it, the first of them by name, and none of the past', async () => {
    const { owner, path, revision } = await workflowOf(over);
    for (const kind of ['wedding', 'wedding', 'portrait']) await created(owner, kind);
    const impact = async () => (await owner.get<workflows.Impact>(`${path}/impact`)).body.coming;
    expect(await impact()).toBeNull();
    const offset = { amount: 3, unit: 'days', direction: 'before' } as const;
    const trigger = {
      type: 'date' as const,
      moment: { anchor: 'booking.startsAt' as const, offset, at: '09:00' },
      reentry: 'every-time' as const,
      when: { field: 'booking.kind', op: 'is', value: 'wedding' } as const,
    };
    const definition = { ...blankDefinition(), trigger, steps: [over] };
    await owner.send('PUT', `${path}/draft`, { definition }, ifMatch(revision));
    const coming = (await impact())!;
    expect(coming).toMatchObject({ count: 2, more: false });
    expect(
      coming.first.map(({ record, clientName, at }) => [record.type, clientName, at.slice(0, 10)]),
    ).toEqual([
      ['booking', expect.any(String), '2027-06-09'],
      ['booking', expect.any(String), '2027-06-09'],
    ]);
    const farBefore = { ...trigger, moment: { ...trigger.moment, offset: { ...offset, amount: 700 } } };
    await owner.send(
      'PUT',
      `${path}/draft`,
      { definition: { ...definition, trigger: farBefore } },
      ifMatch(revision + 1),
    );
    expect(await impact()).toEqual({ count: 0, more: false, first: [] });
  });

  it('enrols nobody unless asked, and then each matching record once', async () => {
    const { studio, owner, path, id, revision } = await workflowOf(over);
    const [first, second] = [await created(owner, 'wedding'), await created(owner, 'wedding')];
    await created(owner, 'portrait');
    const definition = { ...blankDefinition(), trigger: weddings, steps: [over] };
    await owner.send('PUT', `${path}/draft`, { definition }, ifMatch(revision));
    const requests = () =>
      api.rows<{ subject_id: string; data: object }>(
        `SELECT subject_id, data FROM events WHERE studio_id = $1 AND type = 'workflow.requested' ORDER BY subject_id`,
        studio.id,
      );
    const enrolling = async (enrol?: unknown) => (await publish(owner, path, revision + 1, { enrol })).body;
    expect(await enrolling()).toMatchObject({ publishedVersion: 1, enrolled: 0 });
    expect(await enrolling({ from: '2199-01-01T00:00:00Z' })).toMatchObject({ enrolled: 0 });
    expect(await requests()).toEqual([]);
    const both = await Promise.all([enrolling('all'), enrolling('all')]);
    expect(both.reduce((sum, answer) => sum + (answer as workflows.Published).enrolled, 0)).toBe(2);
    const data = { workflowId: id, event: 'booking.created' };
    expect(await requests()).toEqual([
      { subject_id: first, data },
      { subject_id: second, data },
    ]);
    expect((await owner.get<workflows.Impact>(`${path}/impact`)).body.records).toMatchObject({
      match: 0,
      reentry: 2,
      condition: 1,
    });
    await owner.post(`${path}/pause`, undefined);
    expect(await publish(owner, path, revision + 1, { enrol: 'all' })).toMatchObject({ status: 409 });
    expect(await publish(owner, path, revision + 1, { enrol: 'some' })).toMatchObject({ status: 422 });
  });
});

describe('runs under way', () => {
  it('are told where they would land in another version, and stay where they are', async () => {
    const { studio, owner, path, id, revision } = await workflowOf(
      pause(1),
      kinds.wait.defaults('later'),
      over,
    );
    await publish(owner, path, revision);
    const waiting = await run(studio, id, { step: 'pause' });
    const doomed = await run(studio, id, { step: 'later' });
    await run(studio, id, { step: 'pause', ended: true });
    await draft(owner, path, revision, [kinds.wait.defaults('first'), pause(3), over]);
    await publish(owner, path, revision + 1);
    const ask = (body: object) =>
      owner.post<workflows.MigrationPlan>(`${path}/versions/2/migrate-runs`, body);
    const there = {
      version: 1,
      stepId: 'pause',
      step: '“Wait 1 day”',
      runs: 1,
      target: 'there',
      to: 'pause',
      code: null,
      sentence: 'Goes on from the same step by the new version.',
    };
    expect(await ask({ dryRun: true, all: true })).toMatchObject({
      status: 200,
      body: {
        runs: 2,
        there: 1,
        afterwards: 0,
        refused: 1,
        steps: [
          there,
          { stepId: 'later', target: 'refused', to: null, code: 'migration.stepRemoved', runs: 1 },
        ],
      },
    });
    expect((await ask({ dryRun: true, runIds: [waiting] })).body).toMatchObject({ runs: 1, steps: [there] });
    expect(await ask({ dryRun: true, runIds: [doomed, randomUUID()] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/runIds/1', detail: 'The workflow has no such run.' }] },
    });
    for (const body of [{ dryRun: true }, { dryRun: true, all: true, runIds: [waiting] }])
      expect((await ask(body)).status).toBe(422);
    const versions = await api.rows<{ number: number }>(
      `SELECT v.number FROM runs r JOIN workflow_versions v ON v.id = r.version_id WHERE r.id = $1`,
      waiting,
    );
    expect(versions).toEqual([{ number: 1 }]);
  });
});
