import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';
import { statusReport } from '../../libs/email/src/message/reports/samples.fixture.js';
import { runCueline } from './cueline.fixture.js';

let api: TestApi;
let studio: TestTenant;
const folder = mkdtempSync(path.join(tmpdir(), 'cueline-report-'));
beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio('Sunday');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

async function report(source: string, words: readonly string[] = ['-'], scope = 'mail:report') {
  const env = { CUELINE_URL: api.urls.api, CUELINE_API_KEY: await studio.secret(scope) };
  return runCueline(['mail', 'report', ...words], { stdin: source, env });
}

/** A mail that has left. @returns its Message-ID */
async function sent(): Promise<string> {
  const key = randomBytes(32).toString('hex');
  const messageId = `<${key.slice(0, 40)}@mail.test>`;
  await api.rows(
    `INSERT INTO sends (id, studio_id, key, purpose, brand_id, category, to_address, state, message_id, provider_message_id, handed_over_at, sent_at)
     VALUES (gen_random_uuid(), $1, $2, 'step', $3, 'transactional', 'mara@clients.test', 'sent', $4, $4, now(), now())`,
    studio.id,
    key,
    studio.brandId,
    messageId,
  );
  return messageId;
}

it('records a bounce from the standard input and from a file, once, and says so', async () => {
  const bounce = statusReport({ id: await sent() });
  const first = await report(bounce);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(
    /^Recorded: bounced, mail [\da-f-]{36}\. On the Don’t-email list now: mara@clients\.test\.\n$/,
  );
  const file = path.join(folder, 'bounce.eml');
  writeFileSync(file, bounce);
  expect(await report('', [file])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Known already: bounced, mail /),
  });
});

it('ends with 1 where nothing was changed, so that a mail server can tell', async () => {
  expect(await report(statusReport({ id: '<another@mail.test>', to: 'nobody@clients.test' }))).toEqual({
    code: 1,
    err: '',
    out: 'A mail has bounced, but the studio sent no such mail. Nothing changed.\n',
  });
  expect(await report('From: mara@clients.test\r\nSubject: Hello\r\n\r\nHello')).toMatchObject({
    code: 1,
    out: 'This is no bounce, no complaint and no request to unsubscribe. Nothing changed.\n',
  });
  const answer = await report('Subject: Hello\r\n\r\nHello', ['-', '--json']);
  expect(answer.code).toBe(1);
  expect(JSON.parse(answer.out)).toMatchObject({ type: null, sendIds: [], matchedBy: null });
});

it('ends with 2 where it could not be asked at all', async () => {
  const missing = await report('', [path.join(folder, 'nothing.eml')]);
  expect(missing).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('nothing.eml cannot be read'),
  });
  const nowhere = { CUELINE_URL: 'http://127.0.0.1:9', CUELINE_API_KEY: 'cue_nobody' };
  const away = await runCueline(['mail', 'report', '-'], { stdin: statusReport(), env: nowhere });
  expect(away).toMatchObject({ code: 2, out: '' });
});

it('is refused with 1 to a key that may not report', async () => {
  const refused = await report(statusReport(), ['-'], 'records:write');
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('mail:report') });
});
