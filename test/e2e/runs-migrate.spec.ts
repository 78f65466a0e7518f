import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { runs, workflows } from '@cueline/contracts';
import { blankDefinition, kinds, type Step } from '@cueline/workflows';
import { caughtMails, type ApiClient } from '@cueline/testkit/api-client';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';

jest.setTimeout(240_000);

let stack: Stack;
let owner: ApiClient;
beforeAll(async () => {
  stack = await Stack.start();
  owner = await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword);
});
afterAll(() => stack.stop());

async function said<T>(method: string, path: string, body?: unknown, revision?: number): Promise<T> {
  const headers: Record<string, string> = revision === undefined ? {} : { 'if-match': `"${revision}"` };
  const answer = await owner.send<T>(method, `/api/v1/${path}`, body, headers);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
const made = async (path: string, body: object) => (await said<{ id: string }>('POST', path, body)).id;
const trigger = {
  ...blankDefinition().trigger,
  when: { field: 'booking.kind', op: 'is', value: 'moved' },
};
const mail = async (subject: string): Promise<Step> => ({
  ...kinds.sendMail.defaults('mail'),
  template: await made('templates', { name: subject, subject, html: '<p>Hello</p>' }),
});

async function publish(path: string, revision: number, steps: readonly Step[], enrol = 'none') {
  await said('PUT', `${path}/draft`, { definition: { ...blankDefinition(), trigger, steps } }, revision);
  return said<workflows.Published>('POST', `${path}/publish`, { enrol }, revision + 1);
}

describe('a workflow that is published again', () => {
  it('runs for records that were there before, and takes runs under way along when they are told', async () => {
    const to = 'mara@moved.test';
    const clientId = await made('clients', { firstName: 'Mara', email: to });
    const times = { startsAt: '2027-06-12T13:00:00Z', endsAt: '2027-06-12T21:00:00Z' };
    await made('bookings', { clientId, title: 'Moved', kind: 'moved', ...times });
    const id = await made('workflows', { name: 'Moved' });
    const path = `workflows/${id}`;
    const rest = kinds.wait.defaults('rest');
    expect(await publish(path, 1, [rest, await mail('Old')], 'all')).toMatchObject({ enrolled: 1 });
    const run = async () => (await said<{ items: runs.RunView[] }>('GET', `runs?workflowId=${id}`)).items[0];
    await until('the record has its run', async () => (await run())?.status === 'waiting');

    await publish(path, 2, [rest, await mail('New'), kinds.end.defaults('over')]);
    const migrate = (body: object) =>
      said<workflows.MigrationPlan>('POST', `${path}/versions/2/migrate-runs`, body);
    expect(await migrate({ all: true, dryRun: true })).toMatchObject({ runs: 1, there: 1, requested: 0 });
    expect((await run())!.version).toBe(1);
    expect(await migrate({ all: true, note: 'The new mail is better' })).toMatchObject({ requested: 1 });
    await until('it follows the new version', async () => (await run())!.version === 2);
    const detail = await said<runs.RunDetail>('GET', `runs/${(await run())!.id}`);
    expect(detail.controls).toMatchObject([
      { action: 'migrate', version: 2, note: 'The new mail is better', byType: 'member' },
    ]);
    await until('it waits again', async () => (await run())!.status === 'waiting');
    await said('POST', `runs/${detail.id}/force`, {});
    await until('it is over', async () => (await run())!.status === 'completed');
    // The sample workflow welcomes the client too, sooner or later.
    const mails = (await caughtMails(stack)).items.filter(
      ({ to: others, subject }) => others.includes(to) && ['Old', 'New'].includes(subject),
    );
    expect(mails.map(({ subject }) => subject)).toEqual(['New']);
  });
});
