import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { sends as contract } from '@cueline/contracts';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

const PATH = '/api/v1/sends';
let api: TestApi;
let studio: TestTenant;

beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());
beforeEach(async () => {
  studio = await api.studio('Sunday');
});

let made = 0;

/** Mails that a worker held, one for each name, each a second after the last: lists order by time, and by chance where it is equal. @returns their ids */
async function held(group: string, cause: string, ...names: string[]): Promise<string[]> {
  const reason = JSON.stringify({ code: 'smtp.refused', params: { reply: `${group} says no` } });
  await api.rows(
    `INSERT INTO mail_holds (studio_id, hold_group, cause, reason, next_probe_at)
     VALUES ($1, $2, $3, $4, CASE WHEN $3 = 'account' THEN now() + interval '1 hour' END)`,
    studio.id,
    group,
    cause,
    reason,
  );
  const ids: string[] = [];
  for (const name of names) {
    const [row] = await api.rows<{ id: string }>(
      `INSERT INTO sends (id, studio_id, key, purpose, brand_id, category, to_address, to_name, state, message_id, reason, hold_group, held_at, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'step', $3, 'transactional', $4, $5, 'held', $2, $6, $7, now(),
         timestamptz '2026-11-02 09:00Z' + $8 * interval '1 second') RETURNING id::text`,
      studio.id,
      randomUUID(),
      studio.brandId,
      `${name}@clients.test`,
      name,
      reason,
      group,
      ++made,
    );
    ids.push(row!.id);
  }
  return ids;
}
const states = async () =>
  (
    await api.rows<{ to_name: string; state: string }>(
      'SELECT to_name, state::text FROM sends WHERE studio_id = $1 ORDER BY next_attempt_at, to_name',
      studio.id,
    )
  ).map(({ to_name, state }) => `${to_name} ${state}`);

describe('mails that are held', () => {
  it('are listed with their reason, and by what they are held for', async () => {
    await held('first-contacts', 'firstContacts', 'alma', 'bo');
    await held('account:platform', 'account', 'cy');
    const reader = await studio.key('automation:read');
    const list = (query: string) => reader.get<{ items: contract.SendView[] }>(`${PATH}?${query}`);
    expect((await list('state=held')).body.items.map(({ to }) => to)).toEqual(
      ['cy', 'bo', 'alma'].map((name) => `${name}@clients.test`),
    );
    expect((await list('group=account:platform')).body.items).toMatchObject([
      {
        toName: 'cy',
        purpose: 'step',
        state: 'held',
        reasonCode: 'smtp.refused',
        reasons: ['The mail server refused it: account:platform says no'],
      },
    ]);
    expect((await reader.get(`${PATH}/holds`)).body).toMatchObject({
      items: [
        { group: 'first-contacts', cause: 'firstContacts', mails: 2, nextTryAt: null },
        { group: 'account:platform', cause: 'account', mails: 1, nextTryAt: expect.any(String) },
      ],
    });
  });

  it('go on one by one by their ids, the earliest first, and twice is once', async () => {
    const [alma, bo] = await held('first-contacts', 'firstContacts', 'alma', 'bo', 'cy');
    const person = await studio.person('member');
    const release = () => person.post(`${PATH}/release`, { ids: [bo, alma] });
    expect(await release()).toMatchObject({ status: 200, body: { mails: 2 } });
    expect(await release()).toMatchObject({ status: 200, body: { mails: 0 } });
    expect(await states()).toEqual(['alma queued', 'bo queued', 'cy held']);
  });

  it('go on as a group', async () => {
    await held('first-contacts', 'firstContacts', 'alma', 'bo');
    const person = await studio.person('member');
    const release = () => person.post(`${PATH}/release`, { group: 'first-contacts' });
    expect(await release()).toMatchObject({ status: 200, body: { mails: 2 } });
    expect(await release()).toMatchObject({ status: 200, body: { mails: 0 } });
    expect((await person.get(`${PATH}/holds`)).body).toEqual({ items: [] });
  });

  it('of an account are tried again at once, not let go unseen', async () => {
    await held('account:platform', 'account', 'alma');
    const person = await studio.person('member');
    expect(await person.post(`${PATH}/release`, { group: 'account:platform' })).toMatchObject({
      status: 200,
      body: { mails: 1 },
    });
    expect(await states()).toEqual(['alma held']);
    expect(await api.rows('SELECT 1 FROM mail_holds WHERE next_probe_at <= now()')).toHaveLength(1);
  });

  it('can be left out, with who said so', async () => {
    const [alma] = await held('first-contacts', 'firstContacts', 'alma', 'bo');
    const person = await studio.person('member');
    expect(await person.post(`${PATH}/skip`, { ids: [alma], note: 'Spam' })).toMatchObject({
      body: { mails: 1 },
    });
    expect(await person.post(`${PATH}/skip`, { group: 'first-contacts' })).toMatchObject({
      body: { mails: 1 },
    });
    const { items } = (await person.get<{ items: contract.SendView[] }>(`${PATH}?state=suppressed`)).body;
    expect(items.map(({ reasons }) => reasons.join())).toEqual([
      expect.stringMatching(/decided that this mail is not sent\.$/),
      expect.stringMatching(/decided that this mail is not sent\. Spam$/),
    ]);
  });

  it('are of one studio, and asked for by a group or by ids that it has', async () => {
    const ids = await held('first-contacts', 'firstContacts', 'alma');
    const stranger = await (await api.studio('Monday')).person('owner');
    for (const body of [{ ids }, { group: 'first-contacts' }])
      for (const deed of ['release', 'skip'])
        expect(await stranger.post(`${PATH}/${deed}`, body)).toMatchObject({ status: 404 });
    const person = await studio.person('owner');
    for (const body of [{}, { ids: [] }, { ids, group: 'x' }, { group: '' }, { ids: ['no'] }])
      expect(await person.post(`${PATH}/release`, body)).toMatchObject({ status: 422 });
    const reader = await studio.key('automation:read');
    expect(await reader.post(`${PATH}/release`, { ids })).toMatchObject({ status: 403 });
    expect(await states()).toEqual(['alma held']);
  });
});

describe('a mail in doubt', () => {
  async function inDoubt(): Promise<string> {
    const [row] = await api.rows<{ id: string }>(
      `INSERT INTO sends (id, studio_id, key, purpose, brand_id, category, to_address, state, message_id, reason, smtp_reply, attempts, handed_over_at,
         in_doubt_at, lease_until, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'step', $3, 'transactional', 'mara@clients.test', 'in_doubt', '<mara@test>', '{"code":"send.inDoubt"}',
         'Connection closed', 1, '2027-06-01T10:00:00Z', '2027-06-01T10:00:20Z', now() + interval '1 minute', '2027-06-01T09:59:00Z')
       RETURNING id::text`,
      studio.id,
      randomUUID(),
      studio.brandId,
    );
    return row!.id;
  }
  const decide = async (id: string, decision: string) =>
    (await studio.person('member')).post<contract.SendDetail>(`${PATH}/${id}/decide`, { decision });
  const notified = async (id: string) =>
    (await api.rows<{ notify_run: boolean }>('SELECT notify_run FROM sends WHERE id = $1::uuid', id))[0]!
      .notify_run;

  it('says what was seen: when it was handed over, and what the server said', async () => {
    const reader = await studio.key('automation:read');
    expect((await reader.get(`${PATH}/${await inDoubt()}`)).body).toMatchObject({
      state: 'in_doubt',
      messageId: '<mara@test>',
      smtpReply: 'Connection closed',
      times: [
        { step: 'created', at: '2027-06-01T09:59:00.000Z' },
        { step: 'handedOver', at: '2027-06-01T10:00:00.000Z' },
        { step: 'inDoubt', at: '2027-06-01T10:00:20.000Z' },
      ],
    });
  });

  it('was sent when a person says so: then, with who said so, and its run is told', async () => {
    const id = await inDoubt();
    const answer = await decide(id, 'markSent');
    expect(answer).toMatchObject({ status: 200, body: { state: 'sent' } });
    expect(answer.body.times).toContainEqual({ step: 'sent', at: '2027-06-01T10:00:00.000Z' });
    expect(answer.body.reasons).toEqual([expect.stringMatching(/ decided that this email was sent\.$/)]);
    expect(await notified(id)).toBe(true);
    expect((await decide(id, 'markSent')).status).toBe(200);
    expect(await decide(id, 'sendAgain')).toMatchObject({
      status: 409,
      body: { code: 'send.notInDoubt', detail: expect.stringMatching(/^The email is sent by now\./) },
    });
  });

  it('is sent once more when a person says so, as the same mail', async () => {
    const id = await inDoubt();
    for (let i = 0; i < 2; i++)
      expect(await decide(id, 'sendAgain')).toMatchObject({
        status: 200,
        body: { state: 'queued', messageId: '<mara@test>', attempts: 1, nextAttemptAt: expect.any(String) },
      });
    expect((await decide(id, 'markSent')).status).toBe(409);
  });

  it('is its own studio’s to decide, by who may', async () => {
    const id = await inDoubt();
    const stranger = await (await api.studio('Monday')).person('owner');
    expect((await stranger.post(`${PATH}/${id}/decide`, { decision: 'markSent' })).status).toBe(404);
    const reader = await studio.key('automation:read');
    expect((await reader.post(`${PATH}/${id}/decide`, { decision: 'markSent' })).status).toBe(403);
    expect((await decide(id, 'perhaps')).status).toBe(422);
    expect((await decide(randomUUID(), 'markSent')).status).toBe(404);
  });
});
