import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { why } from '@cueline/contracts';
import { blankDefinition, kinds, type Step } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

type Answer = { items: why.WhyEntry[]; nextCursor: string | null };
const day = (n: number) => `2027-03-0${n}T10:00:00.000Z`;

/** A client, a template, and a workflow that decides and then sends it. */
async function story() {
  const studio = await api.studio();
  const owner = await studio.person('owner');
  const made = async (path: string, body: object) =>
    (await owner.post<{ id: string }>(`/api/v1/${path}`, body)).body.id;
  const clientId = await made('clients', { firstName: 'Alma', email: 'alma@clients.test' });
  const templateId = await made('templates', { name: 'Thanks', subject: 'Thanks', html: '<p>Hello</p>' });
  const steps: Step[] = [
    kinds.decide.defaults('choose'),
    { ...kinds.sendMail.defaults('mail'), template: templateId },
  ];
  const [workflow, version] = [randomUUID(), randomUUID()];
  await api.rows(
    `WITH made AS (INSERT INTO workflows (id, studio_id, name, state, draft, updated_at)
       VALUES ($1, $2, 'After the day', 'published', $4, now()) RETURNING id)
     INSERT INTO workflow_versions (id, studio_id, workflow_id, number, definition) SELECT $3, $2, id, 1, $4 FROM made`,
    workflow,
    studio.id,
    version,
    JSON.stringify({ ...blankDefinition(), steps }),
  );
  const of = { studio, clientId, templateId, workflow, version };
  return { ...of, owner, explained: (query = '') => ask(owner, `clientId=${clientId}${query}`) };
}
type Story = Awaited<ReturnType<typeof story>>;

const ask = async (as: ApiClient, query: string): Promise<Answer> => {
  const { status, body } = await as.get<Answer>(`/api/v1/why?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body;
};

async function event(
  { studio, clientId }: { studio: TestTenant; clientId: string },
  type: string,
): Promise<string> {
  const id = randomUUID();
  await api.rows(
    `INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at, dispatched_at)
     VALUES ($1::uuid, $2, 'test', $1::text, $3, 'client', $4, now(), now())`,
    id,
    studio.id,
    type,
    clientId,
  );
  return id;
}

async function run(of: Story, status: string, reason: object | null, endedAt: string): Promise<string> {
  const id = randomUUID();
  await api.rows(
    `INSERT INTO runs (id, studio_id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key,
       status, reason, ended_at)
     SELECT $1::uuid, $2, $3, $4, id, seq, 2, 'client', $5, $5, $1::text, $6::run_status, $7, $8 FROM events WHERE id = $9`,
    id,
    of.studio.id,
    of.workflow,
    of.version,
    of.clientId,
    status,
    reason && JSON.stringify(reason),
    endedAt,
    await event(of, 'booking.completed'),
  );
  return id;
}

const step = (
  of: Story,
  runId: string,
  id: string,
  kind: string,
  status: string,
  reason: object,
  at: string,
) =>
  api.rows(
    `INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status, reason, started_at, ended_at)
     VALUES ($1, $2, $3, 1, $4, $5::run_step_status, $6, $7, $7)`,
    of.studio.id,
    runId,
    id,
    kind,
    status,
    JSON.stringify(reason),
    at,
  );

/** @returns the mail's id in the ledger */
async function sent(of: Story, runId: string, at: string): Promise<string> {
  const [send] = await api.rows<{ id: string }>(
    `WITH send AS (
       INSERT INTO sends (id, studio_id, key, purpose, run_id, step_id, visit, brand_id, client_id, template_id, category, to_address, state, message_id,
         sent_at)
       VALUES (gen_random_uuid(), $1, $2, 'step', $3, 'mail', 1, $4, $5, $6, 'transactional', 'alma@clients.test', 'sent', '<one@test>', $7)
       RETURNING id)
     INSERT INTO messages (id, studio_id, brand_id, direction, send_id, client_id, message_id, from_address, to_addresses, subject, text, html,
       occurred_at)
     SELECT gen_random_uuid(), $1, $4, 'outgoing', id, $5, '<one@test>', 'a@b.test', ARRAY['alma@clients.test'], 'Thanks, Alma', '', '', $7
     FROM send RETURNING send_id::text AS id`,
    of.studio.id,
    randomUUID(),
    runId,
    of.studio.brandId,
    of.clientId,
    of.templateId,
    at,
  );
  return send!.id;
}

/** A mail that was sent, one that was not, a run that ended early, and one that never began. */
async function fourEnds(of: Story) {
  const first = await run(of, 'completed', null, day(2));
  await step(of, first, 'choose', 'decide', 'done', { code: 'decide.otherwise' }, day(1));
  await step(of, first, 'mail', 'sendMail', 'done', { code: 'send.sent' }, day(2));
  await sent(of, first, day(2));
  const second = await run(of, 'completed', null, day(3));
  const optedOut = { code: 'recipient.optedOut', params: {} };
  await step(of, second, 'mail', 'sendMail', 'skipped', optedOut, day(3));
  await run(of, 'exited', { code: 'exit.bookingCancelled' }, day(4));
  await api.rows(
    `INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, reason, decided_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    of.studio.id,
    await event(of, 'booking.created'),
    of.workflow,
    of.version,
    JSON.stringify({ code: 'match.reentry' }),
    day(5),
  );
}

describe('why a client got a mail, or did not', () => {
  it('is one list, newest first, with every reason in words', async () => {
    const of = await story();
    await fourEnds(of);
    const { items, nextCursor } = await of.explained();
    expect(nextCursor).toBeNull();
    expect(items.map(({ kind, mail, reasons }) => [kind, mail, reasons[0]])).toEqual([
      ['notStarted', null, 'It has run for this before, and runs once.'],
      ['ended', null, 'The booking is cancelled.'],
      ['skipped', 'Thanks', 'The client does not want marketing mail.'],
      ['sent', 'Thanks, Alma', 'Sent to alma@clients.test.'],
      ['decided', null, 'No path’s condition holds.'],
    ]);
    expect(items[0]).toMatchObject({ workflowName: 'After the day', runId: null, event: expect.any(String) });
  });

  it('is answered in pages that leave nothing out, within two instants', async () => {
    const of = await story();
    await fourEnds(of);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Answer = await of.explained(`&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...page.items.map(({ at }) => at));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([day(5), day(4), day(3), day(2), day(1)]);
    const between = await of.explained(`&from=${day(2)}&to=${day(3)}`);
    expect(between.items.map(({ kind }) => kind)).toEqual(['skipped', 'sent']);
  });

  it('is about one template where one is asked for', async () => {
    const of = await story();
    await fourEnds(of);
    expect((await of.explained(`&templateId=${of.templateId}`)).items).toHaveLength(5);
    expect((await of.explained(`&templateId=${randomUUID()}`)).items).toEqual([]);
    expect((await of.explained(`&workflowId=${randomUUID()}`)).items).toEqual([]);
  });

  it('is nobody else’s to know', async () => {
    const of = await story();
    await fourEnds(of);
    const stranger = await (await api.studio()).person('owner');
    expect((await ask(stranger, `clientId=${of.clientId}`)).items).toEqual([]);
  });

  it('answers about one record as well, of whom there is no client yet', async () => {
    const of = await story();
    const inquiry = { name: 'Mara', email: 'mara@clients.test', message: 'Hello' };
    const { body } = await of.owner.post<{ id: string }>('/api/v1/inquiries', inquiry);
    const reason = { code: 'match.takenOver', params: { field: 'inquiry.eventOn', date: '2019-06-15' } };
    await api.rows(
      `INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, reason)
       SELECT studio_id, id, $2, $3, $4 FROM events WHERE studio_id = $1 AND subject_id = $5`,
      of.studio.id,
      of.workflow,
      of.version,
      JSON.stringify(reason),
      body.id,
    );
    const { items } = await ask(of.owner, `recordId=${body.id}`);
    expect(items.map(({ kind, event, reasons }) => ({ kind, event, reasons }))).toEqual([
      {
        kind: 'notStarted',
        event: 'An inquiry is received',
        reasons: [
          'The wished date was on 15 June 2019, before it was recorded here: taken over, so nothing starts.',
        ],
      },
    ]);
    expect((await ask(of.owner, `recordId=${of.clientId}`)).items).toEqual([]);
    for (const query of ['', `clientId=${of.clientId}&recordId=${body.id}`])
      expect((await of.owner.get(`/api/v1/why?${query}`)).status).toBe(422);
  });
});

describe('why one mail was sent', () => {
  const comparison = (field: string, value: string, actual: string | null, result: boolean) => ({
    comparison: { field, op: 'is', value },
    actual,
    result,
  });

  it('is what happened, the workflow that began, what it decided by which facts, and which of them are others now', async () => {
    const of = await story();
    const runId = await run(of, 'completed', null, day(2));
    const [begun] = await api.rows<{ id: string }>(
      'SELECT event_id::text AS id FROM runs WHERE id = $1',
      runId,
    );
    await api.rows(
      `INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, run_id, reason) VALUES ($1, $2, $3, $4, $5, $6)`,
      of.studio.id,
      begun!.id,
      of.workflow,
      of.version,
      runId,
      JSON.stringify({ code: 'match.started', trace: comparison('client.lastName', 'Berg', 'Berg', true) }),
    );
    const looked = [{ path: 'a', trace: comparison('client.firstName', 'Alma', 'Alma', true) }];
    await step(of, runId, 'choose', 'decide', 'done', { code: 'decide.otherwise', looked }, day(1));
    await step(of, runId, 'mail', 'sendMail', 'done', { code: 'send.sent' }, day(2));
    await step(of, runId, 'later', 'wait', 'waiting', { code: 'wait.due' }, day(3));
    const id = await sent(of, runId, day(2));
    const { status, body } = await of.owner.get<why.SendWhy>(`/api/v1/why/sends/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      sendId: id,
      trigger: {
        eventId: begun!.id,
        type: 'booking.completed',
        subjectType: 'client',
        subjectId: of.clientId,
      },
      rule: { workflowName: 'After the day', version: 1, runId },
      steps: [{ stepId: 'choose', kind: 'decide', title: 'Decide', status: 'done', at: day(1) }],
      mail: {
        state: 'sent',
        to: 'alma@clients.test',
        template: 'Thanks',
        reasons: ['Sent to alma@clients.test.'],
      },
      // The first name is what it was; the last name is gone.
      changed: [{ field: 'client.lastName', then: 'Berg', now: 'empty' }],
    });
    expect(body.steps[0]!.reasons.join(' ')).toContain('Client first name is Alma');
    const stranger = await (await api.studio()).person('owner');
    expect((await stranger.get(`/api/v1/why/sends/${id}`)).status).toBe(404);
  });
});
