import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument, runControls, runs } from '@cueline/contracts';
import { blankDefinition, kinds } from '@cueline/workflows';
import { until } from '@cueline/testkit/until';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

const first = kinds.wait.defaults('first');
const here = kinds.wait.defaults('here');
const later = kinds.end.defaults('later');

/** A studio with a published workflow of three steps, and runs of it that have the status that is asked for. */
async function workflowWithRuns() {
  const studio = await api.studio();
  const [workflow, version] = [randomUUID(), randomUUID()];
  const definition = JSON.stringify({ ...blankDefinition(), steps: [first, here, later] });
  await api.rows(
    `WITH made AS (INSERT INTO workflows (id, studio_id, name, state, draft, updated_at)
       VALUES ($1, $2, 'Reminder', 'published', $4, now()) RETURNING id)
     INSERT INTO workflow_versions (id, studio_id, workflow_id, number, definition) SELECT $3, $2, id, 1, $4 FROM made`,
    workflow,
    studio.id,
    version,
    definition,
  );
  const runsThat = (how: RunSetup, count = 1) => runsOf(studio, workflow, version, how, count);
  return { studio, workflow, runsThat, person: await studio.person('owner') };
}

interface RunSetup {
  readonly status?: string;
  /** The status of the step at which it is. */
  readonly step?: 'waiting' | 'failed' | 'running';
  readonly ended?: boolean;
}

async function runsOf(
  studio: TestTenant,
  workflow: string,
  version: string,
  { status = 'waiting', step = 'waiting', ended = false }: RunSetup,
  count: number,
): Promise<string[]> {
  const rows = await api.rows<{ id: string }>(
    `WITH happened AS (
       INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at, dispatched_at)
       SELECT gen_random_uuid(), $1, 'test', gen_random_uuid()::text, 'booking.created', 'booking', gen_random_uuid(), now(), now()
       FROM generate_series(1, $6) RETURNING id, seq, subject_id)
     INSERT INTO runs (id, studio_id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, reentry_key, status,
       current_step_id, ended_at)
     SELECT gen_random_uuid(), $1, $2, $3, id, seq, 2, 'booking', subject_id, id::text, $4::run_status, 'here',
       CASE WHEN $5 THEN now() END FROM happened RETURNING id::text`,
    studio.id,
    workflow,
    version,
    status,
    ended,
    count,
  );
  const ids = rows.map(({ id }) => id);
  await api.rows(
    `INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status)
     SELECT $1, id, s.step_id, 1, 'wait', s.status::run_step_status FROM unnest($2::uuid[]) AS r(id),
       (VALUES ('first', 'done'), ('here', $3)) AS s(step_id, status)`,
    studio.id,
    ids,
    step,
  );
  return ids;
}

const inADay = () => new Date(Date.now() + 86_400_000).toISOString();

describe('what is requested of a run', () => {
  it.each([
    ['pause', {}, { ended: true, status: 'completed' }, 409, 'run.ended'],
    ['stop', {}, { ended: true, status: 'completed' }, 409, 'run.ended'],
    ['force', {}, { status: 'running', step: 'running' }, 409, 'run.notWaiting'],
    [
      'reschedule',
      { at: '2027-01-01T10:00:00Z' },
      { status: 'failed', step: 'failed' },
      409,
      'run.notWaiting',
    ],
    ['retry', {}, {}, 409, 'run.notFailed'],
    ['skip', { stepId: 'first' }, {}, 409, 'run.stepPassed'],
    ['skip', { stepId: 'nowhere' }, {}, 422, 'run.noSuchStep'],
    ['reschedule', { at: '2020-01-01T10:00:00Z' }, {}, 422, 'request.invalid'],
    ['reschedule', { at: '2190-01-01T10:00:00Z' }, {}, 422, 'request.invalid'],
  ] as const)(
    'to %s %j is refused as it stands %j, with the reason',
    async (action, body, how, status, code) => {
      const { runsThat, person } = await workflowWithRuns();
      const [id] = await runsThat(how);
      const answer = await person.post<ProblemDocument>(`/api/v1/runs/${id}/${action}`, body);
      expect(answer).toMatchObject({ status, body: { code } });
      expect(answer.body.detail ?? answer.body.errors?.[0]?.detail).toMatch(/\.$/);
      expect(await api.rows('SELECT 1 FROM run_controls WHERE run_id = $1', id)).toEqual([]);
      expect(await api.rows('SELECT 1 FROM run_signals WHERE run_id = $1', id)).toEqual([]);
    },
  );

  it('is asked also of a run that is just being begun, when its workflow is paused', async () => {
    const { runsThat, workflow, person } = await workflowWithRuns();
    const [other] = await runsThat({});
    const dispatcher = await api.database.connect();
    await dispatcher.query('BEGIN');
    const { rows } = await dispatcher.query<{ id: string }>(
      `WITH happened AS (
         INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at, dispatched_at)
         SELECT gen_random_uuid(), studio_id, 'test', gen_random_uuid()::text, type, subject_type, gen_random_uuid(), now(), now()
         FROM events WHERE id = (SELECT event_id FROM runs WHERE id = $1) RETURNING id, seq, subject_id)
       INSERT INTO runs (id, studio_id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, reentry_key)
       SELECT gen_random_uuid(), r.studio_id, r.workflow_id, r.version_id, h.id, h.seq, r.engine, r.subject_type, h.subject_id, h.id::text
       FROM runs r, happened h WHERE r.id = $1 RETURNING id::text`,
      [other],
    );
    let answered = false;
    const pausing = person.post(`/api/v1/workflows/${workflow}/pause`, {}).finally(() => (answered = true));
    await until(
      'the pause waits for it or is through',
      async () => answered || (await api.rows('SELECT 1 FROM pg_locks WHERE NOT granted')).length > 0,
    );
    await dispatcher.query('COMMIT');
    dispatcher.release();
    expect((await pausing).status).toBe(200);
    const { id } = rows[0]!;
    expect(await api.rows('SELECT 1 FROM runs WHERE id = $1 AND paused_at IS NOT NULL', id)).toHaveLength(1);
    expect(await api.rows('SELECT kind FROM run_signals WHERE run_id = $1', id)).toEqual([{ kind: 'pause' }]);
  });

  it('is written down once, however often it is sent, with who and why', async () => {
    const { runsThat, studio } = await workflowWithRuns();
    const program = await studio.key('automation:write', 'automation:read');
    const [id] = await runsThat({});
    const at = inADay();
    const requests = [
      ['skip', { stepId: 'later', note: 'Not this time' }],
      ['reschedule', { at }],
      ['force', {}],
      ['pause', { note: 'Wait' }],
      ['stop', {}],
    ] as const;
    for (const [action, body] of requests)
      for (let times = 0; times < 3; times++)
        expect([action, (await program.post(`/api/v1/runs/${id}/${action}`, body)).status]).toEqual([
          action,
          200,
        ]);
    const { body } = await program.get<runs.RunDetail>(`/api/v1/runs/${id}`);
    expect(body.controls.map(({ action }) => action)).toEqual(requests.map(([action]) => action));
    expect(body.controls[0]).toMatchObject({
      stepId: 'later',
      note: 'Not this time',
      byType: 'apiKey',
      byName: 'Test',
    });
    const signals = await api.rows<{ kind: string }>(
      'SELECT kind FROM run_signals WHERE run_id = $1 ORDER BY seq',
      id,
    );
    expect(signals.map(({ kind }) => kind)).toEqual(['skip', 'recheck', 'force', 'pause', 'stop']);
  });

  it('is one thing when many ask for it at the same moment', async () => {
    const { runsThat, person } = await workflowWithRuns();
    const [id] = await runsThat({ status: 'failed', step: 'failed' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => person.post(`/api/v1/runs/${id}/retry`, {})),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await api.rows('SELECT payload FROM run_signals WHERE run_id = $1', id)).toEqual([
      { payload: { stepId: 'here', visit: 1 } },
    ]);
  });
});

describe('what is requested of many runs', () => {
  const bulk = (body: object, { person }: Awaited<ReturnType<typeof workflowWithRuns>>) =>
    person.post<runControls.BulkAnswer & ProblemDocument>('/api/v1/runs/actions', body);

  it('is done where it can be, and says of each other run why not', async () => {
    const ours = await workflowWithRuns();
    const theirs = await workflowWithRuns();
    const [open] = await ours.runsThat({});
    const [over] = await ours.runsThat({ ended: true, status: 'completed' });
    const [foreign] = await theirs.runsThat({});
    const { body } = await bulk({ action: 'pause', runIds: [open, over, foreign] }, ours);
    expect(body).toMatchObject({
      done: 1,
      refused: 2,
      runs: [
        { runId: open, done: true, code: null },
        { runId: over, done: false, code: 'run.ended', reason: expect.stringMatching(/\.$/) },
        { runId: foreign, done: false, code: 'resource.notFound', reason: expect.stringMatching(/\.$/) },
      ],
    });
    expect(await api.rows('SELECT status::text FROM runs WHERE id = ANY($1)', [open, foreign])).toEqual(
      expect.arrayContaining([{ status: 'paused' }, { status: 'waiting' }]),
    );
  });

  it('takes the open runs that a filter finds, and no more than 1,000', async () => {
    const ours = await workflowWithRuns();
    await ours.runsThat({}, 1_000);
    await ours.runsThat({ ended: true, status: 'stopped' });
    const filter = { workflowId: ours.workflow };
    const all = await bulk({ action: 'skip', filter, note: 'All' }, ours);
    expect(all).toMatchObject({ status: 200, body: { done: 1_000, refused: 0 } });
    await ours.runsThat({});
    const { status, body } = await bulk({ action: 'stop', filter }, ours);
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer: '/filter', detail: expect.stringContaining('1,000') }]);
  });

  it.each([
    [{ action: 'pause' }, '/runIds'],
    [{ action: 'reschedule', filter: {} }, '/at'],
    [{ action: 'pause', filter: {}, stepId: 'here' }, '/stepId'],
    [{ action: 'pause', filter: {}, runIds: [randomUUID()] }, '/filter'],
  ])('%j is refused at the place that is wrong', async (body, pointer) => {
    const answer = await bulk(body, await workflowWithRuns());
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});
