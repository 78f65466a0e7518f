import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { account, ProblemDocument, studio as contract } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

const PATH = '/api/v1/studio';
let api: TestApi;
let studio: TestTenant;

beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio('Sunday');
});
afterAll(() => api.close());

describe('the studio', () => {
  it('lets workflows send ten mails to one address in a day, until an admin says otherwise', async () => {
    const member = await studio.person('member');
    expect(await member.get<contract.StudioView>(PATH)).toMatchObject({
      status: 200,
      body: {
        id: studio.id,
        mailsPerContactAndDay: 10,
        firstContactsPerHour: 30,
        askHeldAfterHours: 48,
        skipHeldAfterHours: null,
      },
    });
    const admin = await studio.person('admin');
    const { name } = (await member.get<contract.StudioView>(PATH)).body;
    for (const mailsPerContactAndDay of [3, null])
      expect(await admin.patch(PATH, { mailsPerContactAndDay })).toMatchObject({
        status: 200,
        body: { name, mailsPerContactAndDay },
      });
  });

  it.each([0, 1_001, 2.5, 'many'])('takes no limit of %p, and says where', async (mailsPerContactAndDay) => {
    const owner = await studio.person('owner');
    const answer = await owner.patch<ProblemDocument>(PATH, { mailsPerContactAndDay });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/mailsPerContactAndDay' }] },
    });
  });

  it('is not changed by a member', async () => {
    const member = await studio.person('member');
    expect((await member.patch(PATH, { name: 'Mine' })).status).toBe(403);
  });
});

describe('a page that was opened by one person', () => {
  it('does nothing for another who has signed in since in the same browser', async () => {
    const [lena, noah] = [await studio.person('owner'), await studio.person('admin')];
    const { body: me } = await lena.get<account.Me>('/api/v1/me');
    const meant = { 'x-cueline-user': me.user!.id };
    const rename = (as: ApiClient) => as.send<ProblemDocument>('PATCH', PATH, { name: 'Moonday' }, meant);
    expect(await rename(noah)).toMatchObject({ status: 401, body: { code: 'auth.otherPerson' } });
    expect((await noah.get<contract.StudioView>(PATH)).body.name).not.toBe('Moonday');
    expect(await rename(lena)).toMatchObject({ status: 200, body: { name: 'Moonday' } });
  });
});
