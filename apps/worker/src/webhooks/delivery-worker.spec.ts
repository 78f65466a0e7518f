import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { webhookSecretOf } from '@cueline/database';
import { kinds, type CallWebhookStep } from '@cueline/workflows';
import { until } from '@cueline/testkit/until';
import { answering, hanging, ok, WebhookReceiver } from '@cueline/testkit/webhook-receiver';
import { activitiesOf, perform, runOf, stepsOf } from '../engine/activities/effects/run.fixture.js';
import { RunContextRepository } from '../engine/record-context/run-context.repository.js';
import type { Settled } from '../engine/run-notifier.js';
import { TestStudio } from '../studio.fixture.js';
import { WebhookDeliveryWorker } from './delivery-worker.js';
import type { Lookup } from '@cueline/egress/guard';
import { WebhookDeliveries } from '@cueline/database';

const secret = randomBytes(32).toString('hex');
let studio: TestStudio;
let receiver: WebhookReceiver;
let allow: Set<string>;
let notified: Settled[];
beforeEach(async () => {
  studio = await TestStudio.open();
  receiver = await WebhookReceiver.open();
  allow = new Set([receiver.host]);
  notified = [];
});
afterEach(async () => {
  await receiver.close();
  await studio.close();
});

const notify = (settled: Settled) => Promise.resolve(notified.push(settled) > 0);
const deliveryWorker = (lookup?: Lookup) =>
  new WebhookDeliveryWorker({
    deliveries: new WebhookDeliveries(studio.pool),
    contexts: new RunContextRepository(studio.pool),
    notifier: { notify },
    secret,
    allow,
    lookup,
  });
const call = (more: Partial<CallWebhookStep> = {}): CallWebhookStep => ({
  ...kinds.callWebhook.defaults('call'),
  url: receiver.url,
  ...more,
});
interface Row {
  readonly state: string;
  readonly attempts: number;
  readonly notify_run: boolean;
  readonly wait: number;
  readonly reason: { readonly code: string; readonly params: object };
}
const deliveryOf = async (runId: string, visit = 1) =>
  (
    await studio.rows<Row>(
      `SELECT state::text, attempts, notify_run, reason, extract(epoch FROM next_attempt_at - now())::float AS wait
       FROM webhook_deliveries WHERE run_id = $1 AND visit = $2`,
      runId,
      visit,
    )
  )[0]!;
const makeDue = () =>
  studio.rows(`UPDATE webhook_deliveries SET next_attempt_at = now() - interval '1 second'`);

/** A run that has asked for its webhook. */
async function runWithWebhook(step = call(), bookingId?: string) {
  const subjectId = bookingId ?? (await studio.booking());
  const runId = await runOf(studio, step, { event: 'booking.created', subjectId });
  expect(await perform(studio, step, runId, activitiesOf(studio, undefined, { allow }))).toEqual({
    type: 'pending',
  });
  return runId;
}

/** Delivers what is due. */
async function delivered(by = deliveryWorker()): Promise<void> {
  await by.sweep();
  await by.idle();
}

describe('a webhook', () => {
  it('is signed as anybody can verify, and tells ids and the fields of its step', async () => {
    const bookingId = await studio.booking();
    const runId = await runWithWebhook(call({ fields: ['client.firstName', 'client.phone'] }), bookingId);
    await delivered();
    const [{ body, headers }] = receiver.received as [(typeof receiver.received)[0]];
    const message = new Webhook(webhookSecretOf(secret, studio.id)).verify(
      body,
      headers as Record<string, string>,
    );
    expect(message).toMatchObject({
      type: 'workflow.step',
      data: {
        event: { type: 'booking.created', id: expect.any(String) },
        run: { id: runId },
        step: { id: 'call' },
        record: { type: 'booking', id: bookingId },
        client: { id: expect.any(String), firstName: 'Mara', phone: null },
        booking: { id: bookingId },
        studio: { id: studio.id },
      },
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^msg_/),
    });
    expect(() =>
      new Webhook(webhookSecretOf(secret, randomUUID())).verify(body, headers as Record<string, string>),
    ).toThrow();
    expect(await deliveryOf(runId)).toMatchObject({ state: 'delivered', attempts: 1, notify_run: false });
    expect(notified).toMatchObject([
      { studioId: studio.id, runId, stepId: 'call', visit: 1, outcome: 'done' },
    ]);
  });

  it('is one, however often its step is carried out and however many deliver', async () => {
    const runId = await runWithWebhook();
    await perform(studio, call(), runId, activitiesOf(studio, undefined, { allow }));
    const many = Array.from({ length: 5 }, () => deliveryWorker());
    await Promise.all(many.map((one) => delivered(one)));
    expect(receiver.received).toHaveLength(1);
    expect(new Set(notified.map(({ outcome }) => outcome))).toEqual(new Set(['done']));
  });

  it('is tried again after a pause, under the same id, with the record as it is then', async () => {
    receiver.answers(answering(500, {}, 'out of order'), ok);
    const runId = await runWithWebhook(call({ fields: ['client.firstName'] }));
    await delivered();
    const row = await deliveryOf(runId);
    expect(row).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(row.wait).toBeGreaterThan(3);
    expect(await stepsOf(studio, runId)).toMatchObject([
      {
        status: 'waiting',
        reason: { code: 'webhook.busy', params: { status: 500, answer: 'out of order' } },
      },
    ]);
    await delivered();
    expect(receiver.received).toHaveLength(1);
    await studio.rows(`UPDATE clients SET first_name = 'Maren'`);
    await makeDue();
    await delivered();
    const [first, second] = receiver.received;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(JSON.parse(first!.body)).toMatchObject({ data: { client: { firstName: 'Mara' } } });
    expect(JSON.parse(second!.body)).toMatchObject({ data: { client: { firstName: 'Maren' } } });
    expect(notified).toMatchObject([{ outcome: 'done', reason: { code: 'webhook.delivered' } }]);
  });

  it.each([
    ['600', 590, 610],
    ['99999999', 14_000, 14_500],
  ])('waits as long as it is asked to, within reason: Retry-After %s', async (requestsTo, least, most) => {
    receiver.answers(answering(429, { 'retry-after': requestsTo }));
    const runId = await runWithWebhook();
    await delivered();
    const { wait } = await deliveryOf(runId);
    expect(wait).toBeGreaterThan(least);
    expect(wait).toBeLessThan(most);
  });

  it.each([
    [410, 'webhook.gone'],
    [404, 'webhook.refused'],
    [302, 'webhook.redirected'],
  ])('that is answered %s is not tried again', async (status, code) => {
    receiver.answers(answering(status, { location: receiver.url }));
    const runId = await runWithWebhook();
    await delivered();
    await makeDue();
    await delivered();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveryOf(runId)).toMatchObject({ state: 'failed', reason: { code } });
    expect(notified).toMatchObject([
      { outcome: 'failed', reason: { code, params: { host: receiver.host } } },
    ]);
  });

  it('is given up after a day and a half, with the last that went wrong', async () => {
    receiver.answers(answering(503));
    const runId = await runWithWebhook();
    await studio.rows(
      `UPDATE webhook_deliveries SET created_at = now() - interval '36 hours', attempts = 17`,
    );
    await delivered();
    expect(await deliveryOf(runId)).toMatchObject({
      state: 'failed',
      reason: { code: 'webhook.gaveUp', params: { attempts: 18, last: { code: 'webhook.busy' } } },
    });
    expect(notified).toMatchObject([{ outcome: 'failed' }]);
  });

  it('has the same id when a person has the failed step tried again', async () => {
    receiver.answers(answering(400));
    const runId = await runWithWebhook();
    await delivered();
    const again = { studioId: studio.id, runId, stepId: 'call', visit: 2, kind: 'callWebhook' as const };
    await activitiesOf(studio, undefined, { allow }).perform({ ...again, last: true, journal: [] });
    await delivered();
    const [first, second] = receiver.received;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(await deliveryOf(runId, 2)).toMatchObject({ state: 'delivered' });
    expect(notified.map(({ visit, outcome }) => [visit, outcome])).toEqual([
      [1, 'failed'],
      [2, 'done'],
    ]);
  });

  it('that a worker died with is tried again under the same id', async () => {
    const runId = await runWithWebhook();
    const deliveries = new WebhookDeliveries(studio.pool);
    const [taken] = await deliveries.claimDue(1, 1, []);
    expect(await deliveries.begin(taken!)).toBe(1);
    await delivered();
    expect(receiver.received).toEqual([]);
    await makeDue();
    await delivered();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveryOf(runId)).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('keeps those to other servers waiting for nothing when its own hangs', async () => {
    const other = await WebhookReceiver.open();
    allow.add(other.host);
    receiver.answers(...Array.from({ length: 8 }, () => hanging));
    for (let i = 0; i < 8; i++) await runWithWebhook();
    await runWithWebhook(call({ url: other.url }));
    const by = deliveryWorker();
    await by.sweep();
    await until('the other has it', () => Promise.resolve(other.received.length === 1));
    expect(receiver.connections).toBeLessThanOrEqual(4);
    await receiver.close();
    await by.stop();
    await other.close();
    receiver = await WebhookReceiver.open();
  });
});

describe('a webhook that must not leave', () => {
  const pause = (runId: string) => studio.rows('UPDATE runs SET paused_at = now() WHERE id = $1', runId);

  it('waits while its run is paused, and leaves when that goes on', async () => {
    const runId = await runWithWebhook();
    await pause(runId);
    await delivered();
    expect(receiver.received).toEqual([]);
    expect(await deliveryOf(runId)).toMatchObject({ state: 'waiting', attempts: 0 });
    await studio.rows('UPDATE runs SET paused_at = NULL WHERE id = $1', runId);
    await delivered();
    expect(receiver.received).toHaveLength(1);
  });

  it('does not leave when the pause comes between taking and calling', async () => {
    const runId = await runWithWebhook();
    const deliveries = new WebhookDeliveries(studio.pool);
    const [taken] = await deliveries.claimDue(1, 1, []);
    await pause(runId);
    expect(await deliveries.begin(taken!)).toBeNull();
    await deliveries.release(taken!);
    await studio.rows('UPDATE runs SET paused_at = NULL WHERE id = $1', runId);
    await delivered();
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    ['its run is over', `UPDATE runs SET ended_at = now(), status = 'exited'`, 'run.ended'],
    ['the booking is cancelled', `UPDATE bookings SET status = 'cancelled'`, 'exit.bookingCancelled'],
  ])('ends without a word when %s', async (_why, change, code) => {
    receiver.answers(answering(500));
    const runId = await runWithWebhook();
    await delivered();
    await studio.rows(change);
    await makeDue();
    await delivered();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveryOf(runId)).toMatchObject({ state: 'suppressed', reason: { code } });
    expect(notified).toMatchObject([{ outcome: 'skipped', reason: { code } }]);
  });

  it('fails at once when its address may not be called, and asks nobody', async () => {
    const step = call({ url: 'http://hooks.example.com/' });
    const runId = await runOf(studio, step, { event: 'booking.created', subjectId: await studio.booking() });
    expect(await perform(studio, step, runId)).toEqual({
      type: 'failed',
      reason: { code: 'webhook.notEncrypted' },
    });
    expect(await studio.rows('SELECT 1 FROM webhook_deliveries')).toEqual([]);
    expect(await stepsOf(studio, runId)).toMatchObject([
      { status: 'failed', reason: { code: 'webhook.notEncrypted', params: { host: 'hooks.example.com' } } },
    ]);
  });

  it('fails when its name leads inside, whatever it led to before', async () => {
    const lookup: Lookup = (_host, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
    const url = `https://rebind.test:${receiver.host.split(':')[1]!}/`;
    const runId = await runWithWebhook(call({ url }));
    await delivered(deliveryWorker(lookup));
    expect(receiver.connections).toBe(0);
    expect(await deliveryOf(runId)).toMatchObject({
      state: 'failed',
      reason: { code: 'webhook.inside', params: { address: '127.0.0.1' } },
    });
  });

  it('is nothing to another studio', async () => {
    const runId = await runWithWebhook();
    const deliveries = new WebhookDeliveries(studio.pool);
    const [taken] = await deliveries.claimDue(1, 1, []);
    const theirs = { ...taken!, studioId: randomUUID() };
    const reason = { code: 'webhook.gone', params: {} } as const;
    expect(await deliveries.begin(theirs)).toBeNull();
    await deliveries.end(theirs, 'failed', reason);
    await deliveries.putOff(theirs, 0, 999, reason);
    await deliveries.markNotified(theirs);
    expect(await deliveryOf(runId)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      notify_run: true,
      reason: null,
    });
  });
});
