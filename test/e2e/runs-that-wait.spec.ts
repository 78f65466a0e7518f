import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Step } from '@cueline/workflows';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import {
  bookedRuns,
  pauseAll,
  SESSION,
  stepOf,
  waitStep as wait,
  type BookedRun,
  type Run,
} from '@cueline/testkit/booked-runs';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';

jest.setTimeout(240_000);

let stack: Stack;
let automation: Automation;
let started: ReturnType<typeof bookedRuns>['started'];
let mail: ReturnType<typeof bookedRuns>['mail'];

beforeAll(async () => {
  stack = await Stack.start();
  automation = automationOf(await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword));
  ({ started, mail } = bookedRuns(stack, automation));
  await pauseAll(automation);
});
afterAll(() => stack.stop());

const HOUR_MS = 3_600_000;
const after = (ms: number) => new Date(Date.now() + ms).toISOString();
const moved = (bookingId: string, startsAt: string) =>
  automation.said('POST', `bookings/${bookingId}/reschedule`, {
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + HOUR_MS).toISOString(),
  });
/** "near skipped, mail skipped" */
const summary = ({ steps }: Run) => steps.map(({ stepId, status }) => `${stepId} ${status}`);

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
    const run = await started(twoHoursBefore, await mail('mail', 'Soon'));
    await run.becomes('waiting');
    expect((await run.run()).nextAt).toBe(new Date(Date.parse(SESSION) - 2 * HOUR_MS).toISOString());
    await moved(run.bookingId, after(2 * HOUR_MS + 2_000));
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Soon']);
  });

  it('skips the next step, with the reason, when the moved moment is past', async () => {
    const run = await started(twoHoursBefore, await mail('mail', 'Soon'), await mail('last', 'Always'));
    await run.becomes('waiting');
    await moved(run.bookingId, after(HOUR_MS));
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Always']);
    const now = await run.run();
    expect(summary(now)).toEqual(['near skipped', 'mail skipped', 'last done']);
    expect(stepOf(now, 'near')!.reasons[0]).toMatch(/was past already: it skips the next step\.$/);
    expect(stepOf(now, 'mail')!.reasons).toEqual(['Passed over, since the moment before it was past.']);
  });

  it('ends when the booking is cancelled', async () => {
    const run = await started(twoHoursBefore, await mail('mail', 'Soon'));
    await run.becomes('waiting');
    await automation.said('POST', `bookings/${run.bookingId}/cancel`);
    await run.becomes('exited');
    expect(await run.mails()).toEqual([]);
  });
});

describe('a run that waits for an event', () => {
  const empty = ['happened', 'timedOut'].map((id) => ({ id, steps: [] }));
  const paid = async (amount: number, unit: 'seconds' | 'days'): Promise<Step> => ({
    id: 'paid',
    kind: 'waitForEvent',
    event: 'payment.received',
    limit: { for: { amount, unit } },
    paths: [
      { id: 'happened', steps: [await mail('thanks', 'Thank you')] },
      { id: 'timedOut', steps: [await mail('nudge', 'A reminder')] },
    ],
  });

  let invoices = 0;
  /** The client pays a part of an invoice. */
  async function pay({ clientId, bookingId }: BookedRun) {
    const money = { currency: 'EUR', totalMinor: 10_000, dueOn: '2027-02-01' };
    const number = `W-${++invoices}`;
    const invoice = await automation.made('invoices', { clientId, bookingId, number, ...money });
    await automation.said('POST', `invoices/${invoice}/issue`);
    await automation.said('POST', `invoices/${invoice}/payments`, { amountMinor: 5_000 });
  }

  it('counts what happened during a wait, after what it answers', async () => {
    const run = await started(
      await mail('ask', 'The invoice'),
      wait('rest', 1, 'days'),
      await paid(1, 'days'),
    );
    await run.becomes('waiting');
    await pay(run);
    await run.ask('force');
    await run.becomes('completed');
    expect((await run.mails()).sort()).toEqual(['Thank you', 'The invoice']);
  });

  it('takes one payment as the end of one wait, and waits for the next', async () => {
    const first = { ...(await paid(1, 'days')), id: 'first', paths: empty } as Step;
    const run = await started(first, await paid(1, 'days'));
    await run.becomes('waiting');
    await pay(run);
    await until('it waits again', async () => stepOf(await run.run(), 'paid')?.status === 'waiting');
    expect(stepOf(await run.run(), 'first')).toMatchObject({ outcome: 'happened' });
    await pay(run);
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Thank you']);
  });

  it('takes the path of what happened to what belongs to its booking', async () => {
    const run = await started(await paid(1, 'days'));
    await run.becomes('waiting');
    await pay(run);
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Thank you']);
    expect(stepOf(await run.run(), 'paid')).toMatchObject({
      outcome: 'happened',
      reasons: [expect.stringMatching(/^It happened: .*payment/)],
    });
  });

  it('takes the other path when the time is up', async () => {
    const run = await started(await paid(2, 'seconds'));
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['A reminder']);
    expect(stepOf(await run.run(), 'paid')).toMatchObject({
      outcome: 'timedOut',
      reasons: ['It did not happen in time.'],
    });
  });
});
