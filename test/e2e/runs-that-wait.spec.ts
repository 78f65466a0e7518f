import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { blankDefinition, kinds, type Definition, type Step } from '@cueline/workflows';
import pg from 'pg';
import { caughtMails, type ApiClient } from '../support/api-client.js';
import { Stack } from '../support/stack.js';
import { signIn } from '../support/test-api.js';
import { until } from '../support/until.js';

jest.setTimeout(240_000);

let stack: Stack;
let owner: ApiClient;
let database: pg.Pool;
let made = 0;

beforeAll(async () => {
  stack = await Stack.start();
  owner = await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword);
  database = new pg.Pool({ connectionString: stack.urls.database, max: 2 });
  database.on('error', () => undefined);
  await database.query(`UPDATE workflows SET state = 'paused'`);
  await database.query('UPDATE studios SET automation_revision = automation_revision + 1');
});
afterAll(async () => {
  await database.end();
  await stack.stop();
});

async function post(path: string, body: object = {}, revision?: number, method = 'POST'): Promise<string> {
  const headers: Record<string, string> = revision ? { 'if-match': `"${revision}"` } : {};
  const answer = await owner.send<{ id: string }>(method, `/api/v1/${path}`, body, headers);
  expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
  return answer.body.id;
}

/** Publishes steps for bookings of a kind of their own, books, and gives the one run. */
async function started(steps: readonly Step[], startsAt: string) {
  const kind = `kind-${++made}`;
  const clientId = await post('clients', { firstName: `Alma${made}`, email: `alma${made}@clients.test` });
  const workflow = await post('workflows', { name: kind });
  const definition: Definition = {
    ...blankDefinition(),
    trigger: {
      type: 'event',
      event: 'booking.created',
      when: { field: 'booking.kind', op: 'is', value: kind },
      reentry: 'every-time',
    },
    steps,
  };
  await post(`workflows/${workflow}/draft`, { definition }, 1, 'PUT');
  await post(`workflows/${workflow}/publish`, {}, 2);
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
  const bookingId = await post('bookings', { clientId, title: kind, kind, startsAt, endsAt });
  const run = async () =>
    (
      await database.query<{
        id: string;
        status: string;
        next_at: Date | null;
        reason: { code: string } | null;
      }>('SELECT id, status, next_at, reason FROM runs WHERE workflow_id = $1', [workflow])
    ).rows[0];
  const steps_ = async () =>
    (
      await database.query<{ step_id: string; status: string; outcome: string | null; code: string | null }>(
        `SELECT s.step_id, s.status, s.outcome, s.reason->>'code' AS code FROM run_steps s JOIN runs r ON r.id = s.run_id
         WHERE r.workflow_id = $1 ORDER BY s.started_at, s.ended_at`,
        [workflow],
      )
    ).rows;
  const waits = () => until('it waits', async () => (await run())?.status === 'waiting');
  const completes = () => until('it completes', async () => (await run())?.status === 'completed', 30_000);
  return { clientId, bookingId, run, steps: steps_, waits, completes, to: `alma${made}@clients.test` };
}

async function mailStep(id: string, subject: string): Promise<Step> {
  const template = await post('templates', { name: `${subject} ${made}`, subject, html: '<p>Hello</p>' });
  return { ...kinds.sendMail.defaults(id), template };
}
const subjectsTo = async (address: string) =>
  (await caughtMails(stack)).items.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);

const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString();
const twoHoursBefore: Step = {
  id: 'near',
  kind: 'wait',
  until: {
    anchor: 'booking.startsAt',
    offset: { amount: 2, unit: 'hours', direction: 'before' },
    ifPast: 'skip-next',
  },
};

describe('a run that waits for a date', () => {
  it('moves with the booking, and sends when the moved moment comes', async () => {
    const run = await started([twoHoursBefore, await mailStep('mail', 'Soon')], IN_A_YEAR);
    await run.waits();
    expect((await run.run())!.next_at!.toISOString()).toBe(
      new Date(Date.parse(IN_A_YEAR) - 7_200_000).toISOString(),
    );
    const startsAt = new Date(Date.now() + 7_202_000).toISOString();
    await post(`bookings/${run.bookingId}/reschedule`, {
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    });
    await run.completes();
    expect(await subjectsTo(run.to)).toEqual(['Soon']);
  });

  it('skips the next step, with the reason, when the moved moment is past', async () => {
    const last = await mailStep('last', 'Always');
    const run = await started([twoHoursBefore, await mailStep('mail', 'Soon'), last], IN_A_YEAR);
    await run.waits();
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    await post(`bookings/${run.bookingId}/reschedule`, {
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    });
    await run.completes();
    expect(await subjectsTo(run.to)).toEqual(['Always']);
    expect(await run.steps()).toMatchObject([
      { step_id: 'near', status: 'skipped', code: 'wait.past' },
      { step_id: 'mail', status: 'skipped', code: 'skip.past' },
      { step_id: 'last', status: 'done' },
    ]);
  });

  it('ends when the booking is cancelled', async () => {
    const run = await started([twoHoursBefore, await mailStep('mail', 'Soon')], IN_A_YEAR);
    await run.waits();
    await post(`bookings/${run.bookingId}/cancel`);
    await until('it ends', async () => (await run.run())?.status === 'exited');
    expect(await subjectsTo(run.to)).toEqual([]);
  });
});

describe('a run that waits for an event', () => {
  const paid = async (): Promise<Step> => ({
    id: 'paid',
    kind: 'waitForEvent',
    event: 'payment.received',
    limit: { for: { amount: 2, unit: 'seconds' } },
    paths: [
      { id: 'happened', steps: [await mailStep('thanks', 'Thank you')] },
      { id: 'timedOut', steps: [await mailStep('nudge', 'A reminder')] },
    ],
  });
  const longer = (step: Step): Step => ({ ...step, limit: { for: { amount: 1, unit: 'days' } } }) as Step;

  it('takes the path of what happened to what belongs to its booking', async () => {
    const run = await started([longer(await paid())], IN_A_YEAR);
    await run.waits();
    const invoice = await post('invoices', {
      clientId: run.clientId,
      bookingId: run.bookingId,
      number: 'W-1',
      currency: 'EUR',
      totalMinor: 10_000,
      dueOn: '2027-02-01',
    });
    await post(`invoices/${invoice}/issue`);
    await post(`invoices/${invoice}/payments`, { amountMinor: 5_000 });
    await run.completes();
    expect(await subjectsTo(run.to)).toEqual(['Thank you']);
    expect((await run.steps())[0]).toMatchObject({ outcome: 'happened', code: 'answer.happened' });
  });

  it('takes the other path when the time is up', async () => {
    const run = await started([await paid()], IN_A_YEAR);
    await run.completes();
    expect(await subjectsTo(run.to)).toEqual(['A reminder']);
    expect((await run.steps())[0]).toMatchObject({ outcome: 'timedOut', code: 'answer.timedOut' });
  });
});
