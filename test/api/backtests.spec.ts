import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { backtests } from '@cueline/contracts';
import { kinds, type Step } from '@cueline/workflows';
import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@cueline/testkit/api-client';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
let studio: TestTenant;
let owner: ApiClient;
let automation: Automation;
let template: string;
let clientId: string;

beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio('Sunday');
  owner = await studio.person('owner');
  automation = automationOf(owner);
  template = await automation.made('templates', { name: 'Welcome', subject: 'Hi', html: '<p>Hi</p>' });
  clientId = await automation.made('clients', { firstName: 'Mara', email: 'mara@clients.test' });
});
afterAll(() => api.close());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
let kindsMade = 0;
const newKind = () => `kind-${++kindsMade}`;

async function booked(kind: string, startsIn = 60): Promise<string> {
  const startsAt = inDays(startsIn);
  const endsAt = new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString();
  return automation.made('bookings', { clientId, title: 'The day', kind, startsAt, endsAt });
}
/** What happened to a booking, that many days ago. */
const ago = (bookingId: string, days: number, type = 'booking.created') =>
  api.rows(
    `UPDATE events SET occurred_at = now() - $1 * interval '1 day', recorded_at = now() - $1 * interval '1 day' WHERE subject_id = $2 AND type = $3`,
    days,
    bookingId,
    type,
  );
const mail = (id: string): Step => ({ ...kinds.sendMail.defaults(id), template });
const wait = (days: number): Step => ({
  id: `wait-${days}`,
  kind: 'wait',
  for: { amount: days, unit: 'days' },
});
const ofKind = (kind: string) => ({ field: 'booking.kind', op: 'is', value: kind });

/** Over a workflow of these steps, for bookings of a kind. */
async function over(
  kind: string,
  steps: readonly Step[],
  more: { days?: number; trigger?: object } = {},
): Promise<backtests.BacktestView> {
  const id = await automation.made('workflows', { name: kind });
  const trigger = {
    type: 'event',
    event: 'booking.created',
    reentry: 'once-per-record',
    when: ofKind(kind),
    ...more.trigger,
  };
  const definition = { schemaVersion: 1, trigger, exitOn: [], steps };
  await automation.said('PUT', `workflows/${id}/draft`, { definition }, 1);
  const { days = 30 } = more;
  return automation.said('POST', `workflows/${id}/backtests`, { days });
}

describe('a backtest', () => {
  it('says which mails would have left, and which would still come', async () => {
    const kind = newKind();
    await ago(await booked(kind), 10);
    const { runs, mails } = await over(kind, [mail('now'), wait(5), mail('then'), wait(20), mail('soon')]);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      event: { type: 'booking.created' },
      client: 'Mara',
      end: { result: 'completed' },
      mails: [
        { stepId: 'now', to: 'mara@clients.test', template: { name: 'Welcome' }, toCome: false, did: null },
        { stepId: 'then', toCome: false },
        { stepId: 'soon', toCome: true },
      ],
    });
    expect(mails).toEqual({ would: 3, alsoLeft: 0, gone: 0 });
  });

  it('takes a booking as it stood then: what was cancelled later has its mails from before', async () => {
    const kind = newKind();
    const bookingId = await booked(kind);
    await automation.said('POST', `bookings/${bookingId}/cancel`, {});
    await ago(bookingId, 10);
    await ago(bookingId, 3, 'booking.cancelled');
    const { runs } = await over(kind, [mail('now'), wait(5), mail('then'), wait(6), mail('never')]);
    expect(runs[0]!.mails.map(({ stepId }) => stepId)).toEqual(['now', 'then']);
    expect(runs[0]!.end).toMatchObject({ result: 'exited', reason: 'The booking is cancelled.' });
  });

  it('says what did not start, and why', async () => {
    const [kind, other] = [newKind(), newKind()];
    const bookingId = await booked(other);
    const { runs, notStarted } = await over(kind, [mail('now')]);
    expect(runs).toEqual([]);
    const { body } = await owner.get<{ items: { id: string; type: string }[] }>(
      `/api/v1/events?subjectId=${bookingId}`,
    );
    const ours = notStarted.find(({ event }) => event.id === body.items[0]!.id)!;
    expect(ours.reasons.join(' ')).toContain(kind);
  });

  it('looks no further back than asked', async () => {
    const kind = newKind();
    await ago(await booked(kind), 10);
    expect((await over(kind, [mail('now')], { days: 7 })).runs).toEqual([]);
  });

  it('starts by a record’s date where the trigger does', async () => {
    const kind = newKind();
    const [past, future] = [await booked(kind, -5), await booked(kind, 20)];
    const trigger = {
      type: 'date',
      event: undefined,
      moment: { anchor: 'booking.startsAt', offset: { amount: 3, unit: 'days', direction: 'before' } },
    };
    const { runs } = await over(kind, [mail('soon')], { trigger });
    expect(runs.map(({ record }) => record.id)).toEqual([past]);
    expect(runs.map(({ record }) => record.id)).not.toContain(future);
    expect(Math.round((Date.now() - Date.parse(runs[0]!.mails[0]!.at)) / DAY_MS)).toBe(8);
  });

  it('stands beside what was sent: the same mail, and the one that would not be', async () => {
    const kind = newKind();
    const bookingId = await booked(kind);
    const other = await automation.made('templates', { name: 'Old', subject: 'Hi', html: '<p>Hi</p>' });
    for (const [name, sent] of [
      ['Before', template],
      ['Before too', other],
    ] as const) {
      const workflow = await automation.published(name, 'booking.confirmed', [mail('one')]);
      await sentAbout(bookingId, workflow, sent);
    }
    const { runs, mails } = await over(kind, [mail('now')]);
    expect(runs[0]!.mails).toMatchObject([
      { did: { workflow: { name: 'Before' }, template: { name: 'Welcome' } } },
    ]);
    expect(runs[0]!.gone).toMatchObject([{ template: { name: 'Old' }, to: 'Mara@clients.test' }]);
    expect(mails).toEqual({ would: 1, alsoLeft: 1, gone: 1 });
  });

  it('sends and changes nothing', async () => {
    const before = await everything();
    const kind = newKind();
    await booked(kind);
    const between = await everything();
    expect(between).not.toEqual(before);
    await over(kind, [mail('now'), { ...kinds.createTask.defaults('task'), title: 'Call' }]);
    // The workflow itself is new, and nothing else is.
    expect(await everything()).toEqual({ ...between, workflows: between['workflows']! + 1 });
  });
});

/** How many rows of everything there are. */
async function everything(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of [
    'workflows',
    'events',
    'runs',
    'run_steps',
    'sends',
    'messages',
    'tasks',
    'run_signals',
  ])
    counts[table] = (await api.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;
  return counts;
}

/** A mail that a workflow sent about a booking, as a worker writes it. */
async function sentAbout(bookingId: string, workflowId: string, templateId: string): Promise<void> {
  const run = randomUUID();
  await api.rows(
    `INSERT INTO runs (id, studio_id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key, status)
     SELECT $1, $2, w.id, w.published_version_id, e.id, e.seq, 1, 'booking', $3, $4, $6, 'completed'
     FROM workflows w, events e WHERE w.id = $5 AND e.subject_id = $3 LIMIT 1`,
    run,
    studio.id,
    bookingId,
    clientId,
    workflowId,
    run,
  );
  await api.rows(
    `INSERT INTO sends (id, studio_id, key, purpose, run_id, step_id, visit, brand_id, client_id, template_id, category, to_address, message_id, state, sent_at)
     VALUES (gen_random_uuid(), $1, $2, 'step', $3, 'one', 1, $4, $5, $6, 'transactional', 'Mara@clients.test', 'the id', 'sent', now())`,
    studio.id,
    randomUUID(),
    run,
    studio.brandId,
    clientId,
    templateId,
  );
}
