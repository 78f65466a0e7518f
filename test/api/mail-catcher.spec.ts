import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { account } from '@cueline/contracts';
import { catcherApi, MailStore } from '@cueline/email/catcher';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

jest.setTimeout(60_000);
const PATH = '/api/v1/mail-catcher/messages';
const folder = mkdtempSync(path.join(tmpdir(), 'cueline-catcher-'));
const store = new MailStore(folder);
const catcher = catcherApi(store);
let api: TestApi;
let ours: TestTenant;
let theirs: TestTenant;

beforeAll(async () => {
  await new Promise<void>((resolve) => catcher.listen(0, '127.0.0.1', resolve));
  const { port } = catcher.address() as AddressInfo;
  api = await TestApi.open({ MAIL_CATCHER_URL: `http://127.0.0.1:${port}` });
  [ours, theirs] = [await api.studio('Ours'), await api.studio('Theirs')];
});
afterAll(async () => {
  await api.close();
  catcher.close();
  rmSync(folder, { recursive: true });
});

/** A mail in the catcher; with a studio, its ledger holds it. @returns the catcher's id */
async function caught(subject: string, studio?: TestTenant): Promise<string> {
  const messageId = `<${randomUUID()}@mail.test>`;
  if (studio)
    await api.rows(
      `INSERT INTO sends (id, studio_id, brand_id, purpose, key, message_id, to_address, to_name, state, category, updated_at)
       VALUES (gen_random_uuid(), $1, $2, 'step', $3, $3, 'mara@clients.test', 'Mara', 'sent', 'transactional', now())`,
      studio.id,
      studio.brandId,
      messageId,
    );
  const message = `Message-ID: ${messageId}\r\nSubject: ${subject}\r\nTo: mara@clients.test\r\n\r\nHello`;
  return (await store.add({ from: 'a@mail.test', to: ['mara@clients.test'] }, Buffer.from(message))).id;
}

describe('the mail catcher', () => {
  it('shows a studio its own mails, and neither another’s nor those about sign-ins', async () => {
    const own = [await caught('First of ours', ours), await caught('Second of ours', ours)];
    const others = [
      await caught('Of theirs', theirs),
      await caught('An invitation to their studio'),
      await caught('A link to set a password'),
    ];
    const owner = await ours.person('owner');
    const { body } = await owner.get<account.CaughtMailList>(PATH);
    expect(body.items.map(({ subject }) => subject)).toEqual(['Second of ours', 'First of ours']);
    expect(body.total).toBe(2);
    for (const id of own) expect((await owner.get(`${PATH}/${id}`)).status).toBe(200);
    for (const id of others) expect((await owner.get(`${PATH}/${id}`)).status).toBe(404);
    const page = await owner.get<account.CaughtMailList>(`${PATH}?limit=1`);
    expect(page.body.items.map(({ subject }) => subject)).toEqual(['Second of ours']);
  });

  it('finds a mail after a thousand of others', async () => {
    const quiet = await api.studio('Quiet');
    const id = await caught('The only one', quiet);
    for (let n = 0; n < 1_001; n += 77)
      await Promise.all(Array.from({ length: 77 }, () => caught('Of nobody')));
    const { body } = await (await quiet.person('owner')).get<account.CaughtMailList>(PATH);
    expect(body.items.map((mail) => mail.id)).toEqual([id]);
  });

  it('is for owners alone', async () => {
    for (const role of ['admin', 'member'] as const)
      expect((await (await ours.person(role)).get(PATH)).status).toBe(403);
  });
});
