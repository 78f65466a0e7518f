import type { runs } from '@cueline/contracts';
import { kinds, type Step } from '@cueline/workflows';
import { afterAll, beforeAll } from '@jest/globals';
import { caughtMails, type ApiClient } from './api-client.js';
import { automationOf, type Automation } from './automation.js';
import { Stack } from './stack.js';
import { signIn } from './test-api.js';
import { until } from './until.js';

export type Run = runs.RunDetail;

export const OWNER = 'owner@sample.cueline.test';

/** When the bookings start. */
export const SESSION = '2027-06-12T13:00:00.000Z';

/** Runs of bookings, each with a client and a workflow of its own, on the whole product. */
export function bookedRuns(stack: Stack, automation: Automation) {
  let made = 0;

  /** Publishes steps for bookings of a kind of their own, books, and gives the one run. */
  async function started(...steps: readonly Step[]) {
    const kind = `kind-${++made}`;
    const to = `alma${made}@clients.test`;
    const clientId = await automation.made('clients', { firstName: 'Alma', email: to });
    const when = { field: 'booking.kind', op: 'is', value: kind };
    const workflow = await automation.published(kind, 'booking.created', steps, {}, when);
    const bookingId = await automation.made('bookings', {
      clientId,
      title: kind,
      kind,
      startsAt: SESSION,
      endsAt: '2027-06-12T21:00:00Z',
    });
    let id = '';
    await until('there is a run', async () => {
      const { items } = await automation.said<{ items: Run[] }>('GET', `runs?workflowId=${workflow}`);
      id = items[0]?.id ?? '';
      return id !== '';
    });
    const run = () => automation.said<Run>('GET', `runs/${id}`);
    const becomes = (status: Run['status']) =>
      until(`it is ${status}`, async () => (await run()).status === status, 30_000);
    const ask = (action: string, body: object = {}) =>
      automation.said<Run>('POST', `runs/${id}/${action}`, body);
    const mails = async () =>
      (await caughtMails(stack)).items.filter((mail) => mail.to.includes(to)).map(({ subject }) => subject);
    return { id, workflow, clientId, bookingId, run, becomes, ask, mails };
  }

  /** A step that sends a mail with this subject. */
  async function mail(id: string, subject = 'Hello'): Promise<Step & { kind: 'sendMail' }> {
    const name = `${subject} ${++made}`;
    const template = await automation.made('templates', { name, subject, html: '<p>Hello</p>' });
    return { ...kinds.sendMail.defaults(id), template };
  }
  return { started, mail };
}

export type BookedRun = Awaited<ReturnType<ReturnType<typeof bookedRuns>['started']>>;

export const waitStep = (id: string, amount: number, unit: 'seconds' | 'days'): Step => ({
  ...kinds.wait.defaults(id),
  for: { amount, unit },
});

/** A step's status, the last time that the run was at it. */
export const stepOf = ({ steps }: Run, stepId: string) =>
  steps.filter((step) => step.stepId === stepId).at(-1);

/** The sample studio's own workflows would take part. */
export async function pauseAll(automation: Automation): Promise<void> {
  const { items } = await automation.said<{ items: { id: string; state: string }[] }>('GET', 'workflows');
  for (const { id, state } of items)
    if (state === 'published') await automation.said('POST', `workflows/${id}/pause`);
}

export interface BookedSuite extends ReturnType<typeof bookedRuns> {
  readonly stack: Stack;
  readonly owner: ApiClient;
  readonly automation: Automation;
}

/** Gives all tests of a suite one product, whose sample workflows are paused. */
export function bookedSuite(): BookedSuite {
  const suite: { -readonly [Key in keyof BookedSuite]?: BookedSuite[Key] } = {};
  beforeAll(async () => {
    const stack = await Stack.start();
    const owner = await signIn(stack, OWNER, stack.ownerPassword);
    const automation = automationOf(owner);
    Object.assign(suite, { stack, owner, automation, ...bookedRuns(stack, automation) });
    await pauseAll(automation);
  });
  afterAll(() => suite.stack?.stop());
  return suite as BookedSuite;
}
