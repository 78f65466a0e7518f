import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument, studio as contract } from '@cueline/contracts';
import { TestApi, type TestTenant } from '../support/test-api.js';

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
      body: { id: studio.id, mailsPerContactAndDay: 10 },
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
