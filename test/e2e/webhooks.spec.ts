import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { webhooks } from '@cueline/contracts';
import { kinds, type Step } from '@cueline/workflows';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { bookedRuns, pauseAll, stepOf } from '@cueline/testkit/booked-runs';
import { blocksOf } from '@cueline/testkit/markdown';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';
import {
  answering,
  hanging,
  ok,
  receiverCertificate,
  WebhookReceiver,
} from '@cueline/testkit/webhook-receiver';

jest.setTimeout(240_000);

let receiver: WebhookReceiver;
let secure: WebhookReceiver;
let stack: Stack;
let automation: Automation;
let started: ReturnType<typeof bookedRuns>['started'];
let mail: ReturnType<typeof bookedRuns>['mail'];

beforeAll(async () => {
  receiver = await WebhookReceiver.open();
  secure = await WebhookReceiver.open({ tls: true });
  stack = await Stack.start({
    env: { WEBHOOK_ALLOW: `${receiver.host}, ${secure.host}`, NODE_EXTRA_CA_CERTS: receiverCertificate },
  });
  automation = automationOf(await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword));
  ({ started, mail } = bookedRuns(stack, automation));
  await pauseAll(automation);
});
afterAll(async () => {
  await stack.stop();
  await receiver.close();
  await secure.close();
});
let before = 0;
beforeEach(() => {
  before = receiver.received.length;
});

const call = (): Step => ({
  ...kinds.callWebhook.defaults('call'),
  url: receiver.url,
  fields: ['client.firstName', 'booking.startsAt'],
});
/** Of this test. */
const received = () => receiver.received.slice(before);
const reached = (times: number) =>
  until(`it was called ${times} times`, () => Promise.resolve(received().length === times), 30_000);
/** The keys of an answer, each with the type of what it holds. */
const shapeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, within]) => [key, shapeOf(within)]))
    : value === null
      ? 'null'
      : typeof value;
const ids = () => new Set(received().map(({ headers }) => headers['webhook-id']));

describe('a run that calls a webhook', () => {
  it('tells the receiver, signed with the studio’s secret, and goes on', async () => {
    const { secret } = await automation.said<webhooks.Signing>('GET', 'webhooks/signing');
    const run = await started(call(), await mail('then'));
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello']);
    const [{ body, headers }] = received() as [ReturnType<typeof received>[0]];
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'workflow.step',
      data: {
        run: { id: run.id },
        workflow: { id: run.workflow },
        client: { id: run.clientId, firstName: 'Alma' },
        booking: { id: run.bookingId, startsAt: '2027-06-12T13:00:00.000Z' },
      },
    });
    expect(stepOf(await run.run(), 'call')).toMatchObject({
      status: 'done',
      reasons: [`${receiver.host} has taken it.`],
    });
  });

  it('posts what the documentation shows', async () => {
    const noted = (note: string) => blocksOf('docs/webhooks.md').find((one) => one.note === note)!.text;
    const shown = JSON.parse(noted('compared: the posted body')) as {
      data: { step: { id: string; name: string } };
    };
    const { id, name } = shown.data.step;
    const fields = ['client.firstName', 'client.phone', 'booking.startsAt'];
    const run = await started({ ...kinds.callWebhook.defaults(id), name, url: receiver.url, fields });
    await run.becomes('completed');
    const [{ body, headers }] = received() as [ReturnType<typeof received>[0]];
    expect(shapeOf(JSON.parse(body))).toEqual(shapeOf(shown));
    expect(JSON.parse(body)).toMatchObject({ data: { step: shown.data.step, client: { phone: null } } });
    for (const line of noted('compared: the posted request').trim().split('\n').slice(1)) {
      const [header, value] = line.split(': ') as [string, string];
      // Letters and digits that are made anew for each request stand for any.
      const form = (text: string) => text.replaceAll(/[\dA-Za-z+/]{10,}/g, '*');
      expect([header, form(String(headers[header]))]).toEqual([header, form(value)]);
    }
  });

  it('tells it over TLS', async () => {
    const run = await started({ ...kinds.callWebhook.defaults('call'), url: secure.url });
    await run.becomes('completed');
    expect(secure.received).toHaveLength(1);
  });

  it('waits and says so while the receiver fails, and tries at once when somebody asks', async () => {
    receiver.answers(answering(500, {}, 'out of order'), answering(503), ok);
    const run = await started(call(), await mail('then'));
    await until('it waits for the next attempt', async () =>
      (stepOf(await run.run(), 'call')?.reasons[0] ?? '').includes('answered 500: “out of order”'),
    );
    await run.ask('force');
    await reached(2);
    await until(
      'it waits again',
      async () => stepOf(await run.run(), 'call')?.reasons[0]?.includes('503') ?? false,
    );
    await run.ask('force');
    await run.becomes('completed');
    expect(received()).toHaveLength(3);
    expect(ids().size).toBe(1);
  });

  it('fails with the cause, is tried again by a person under the same id, and goes on', async () => {
    receiver.answers(answering(410), ok);
    const run = await started(call(), await mail('then'));
    await run.becomes('failed');
    expect(stepOf(await run.run(), 'call')).toMatchObject({
      status: 'failed',
      reasons: [expect.stringContaining('(410)')],
    });
    await run.ask('retry');
    await run.becomes('completed');
    expect(received()).toHaveLength(2);
    expect(ids().size).toBe(1);
    expect(await run.mails()).toEqual(['Hello']);
  });

  it('passes over one that failed, or waits, when a person says so', async () => {
    receiver.answers(answering(404), answering(500));
    const failed = await started(call(), await mail('then'));
    await failed.becomes('failed');
    await failed.ask('skip', { stepId: 'call' });
    await failed.becomes('completed');
    const waiting = await started(call(), await mail('then'));
    await reached(2);
    await until(
      'it waits',
      async () => stepOf(await waiting.run(), 'call')?.reasons[0]?.includes('500') ?? false,
    );
    await waiting.ask('skip', { stepId: 'call' });
    await waiting.becomes('completed');
    expect(stepOf(await waiting.run(), 'call')).toMatchObject({
      status: 'skipped',
      reasons: ['Somebody skipped it.'],
    });
    expect(received()).toHaveLength(2);
  });

  it('calls nobody while it is paused, nor after it was stopped', async () => {
    receiver.answers(answering(500), answering(500));
    const run = await started(call(), await mail('then'));
    const stopped = await started(call(), await mail('then'));
    await reached(2);
    await run.ask('pause');
    await stopped.ask('stop');
    await stopped.becomes('stopped');
    await run.ask('force');
    const again = await started(call());
    await again.becomes('completed');
    expect(received()).toHaveLength(3);
    await run.ask('resume');
    await run.becomes('completed');
    expect(received()).toHaveLength(4);
    expect(await stopped.mails()).toEqual([]);
  });

  it('ends, and calls nobody again, when its booking is cancelled meanwhile', async () => {
    receiver.answers(answering(500));
    const run = await started(call(), await mail('then'));
    await reached(1);
    await automation.said('POST', `bookings/${run.bookingId}/cancel`);
    await run.becomes('exited');
    expect(received()).toHaveLength(1);
    expect(await run.mails()).toEqual([]);
  });

  it('loses nothing when the worker is killed in the middle: the receiver sees the same id again', async () => {
    receiver.answers(hanging, ok);
    const run = await started(call(), await mail('then'));
    await reached(1);
    await stack.kill('worker');
    await stack.begin('worker');
    await run.becomes('completed');
    expect(received()).toHaveLength(2);
    expect(ids().size).toBe(1);
    expect(await run.mails()).toEqual(['Hello']);
  });
});
