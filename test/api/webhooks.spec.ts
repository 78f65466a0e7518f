import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { rehearsals, webhooks, workflows } from '@cueline/contracts';
import { blankDefinition, kinds } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { everyScope, TestApi } from '@cueline/testkit/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

const signing = (as: ApiClient) => as.get<webhooks.Signing>('/api/v1/webhooks/signing');

describe('what webhooks are signed with', () => {
  it('is told to owners, the same each time, and to each studio its own', async () => {
    const [one, other] = [await api.studio(), await api.studio()];
    const owner = await one.person('owner', 'owner@one.test');
    const { status, body } = await signing(owner);
    expect(status).toBe(200);
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await signing(owner)).body).toEqual(body);
    const { body: theirs } = await signing(await other.person('owner', 'owner@other.test'));
    expect(theirs.secret).not.toBe(body.secret);
  });

  it('is told to nobody else, nor to a key that may do all a key may', async () => {
    const tenant = await api.studio();
    const [admin, member] = [
      await tenant.person('admin', 'admin@two.test'),
      await tenant.person('member', 'member@two.test'),
    ];
    for (const as of [admin, member, await tenant.key(...everyScope)])
      expect((await signing(as)).status).toBe(403);
  });
});

describe('a workflow that calls a webhook', () => {
  const call = (url: string) => ({
    ...kinds.callWebhook.defaults('call'),
    url,
    fields: ['client.firstName'],
  });

  /** @returns the draft of a new workflow of one such step */
  async function drafted(ask: ApiClient, url: string) {
    const { body } = await ask.post<workflows.WorkflowView>('/api/v1/workflows', { name: url });
    const definition = { ...blankDefinition(), steps: [call(url)] };
    const path = `/api/v1/workflows/${body.id}`;
    const draft = await ask.send<workflows.WorkflowView>(
      'PUT',
      `${path}/draft`,
      { definition },
      { 'if-match': '"1"' },
    );
    const rehearse = async (record?: object) =>
      (
        await ask.post<rehearsals.RehearsalView>(`${path}/rehearsals`, {
          start: '2027-05-03T08:00:00Z',
          record,
        })
      ).body;
    return { problems: draft.body.problems, rehearse };
  }

  it('says what would be posted, and posts nothing', async () => {
    const ask = await (await api.studio()).key();
    const { body: client } = await ask.post<{ id: string }>('/api/v1/clients', {
      firstName: 'Mara',
      email: 'mara@clients.test',
    });
    const { body: booking } = await ask.post<{ id: string }>('/api/v1/bookings', {
      clientId: client.id,
      title: 'The day',
      kind: 'wedding',
      startsAt: '2027-06-12T13:00:00Z',
      endsAt: '2027-06-12T21:00:00Z',
    });
    const { problems, rehearse } = await drafted(ask, 'https://hooks.example.com/cueline');
    expect(problems).toEqual([]);
    const { steps, end } = await rehearse({ type: 'booking', id: booking.id });
    expect(end.result).toBe('completed');
    expect(steps).toMatchObject([
      {
        status: 'done',
        reasons: ['Would call hooks.example.com.'],
        webhook: {
          url: 'https://hooks.example.com/cueline',
          body: {
            type: 'workflow.step',
            timestamp: '2027-05-03T08:00:00.000Z',
            data: {
              event: { id: null, type: 'booking.created' },
              run: { id: null },
              record: { type: 'booking', id: booking.id },
              client: { id: client.id, firstName: 'Mara' },
            },
          },
        },
      },
    ]);
    expect(await api.rows('SELECT 1 FROM webhook_deliveries')).toEqual([]);
    const { steps: sampled } = await rehearse();
    expect(sampled[0]!.webhook!.body.data).toMatchObject({ record: { id: null }, client: { id: null } });
  });

  it.each([
    ['http://hooks.example.com/', 'without encryption'],
    ['https://10.0.0.1/', 'not on the public internet'],
    ['https://a:b@hooks.example.com/', 'name and password'],
    ['https://hooks.example.com:25/', 'Port 25'],
  ])('%s is a problem, and fails in the rehearsal', async (url, message) => {
    const { problems, rehearse } = await drafted(await (await api.studio()).key(), url);
    expect(problems).toMatchObject([{ path: '/steps/0/url', message: expect.stringContaining(message) }]);
    expect((await rehearse()).steps).toMatchObject([{ status: 'failed', webhook: null }]);
  });
});
