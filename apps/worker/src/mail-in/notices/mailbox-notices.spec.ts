import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RecordingTransport } from '@cueline/email/smtp';
import { mailOutOf } from '../../mail-out/mail-out.fixture.js';
import { TestStudio } from '../../studio.fixture.js';

let studio: TestStudio;
let transport: RecordingTransport;
beforeEach(async () => {
  studio = await TestStudio.open();
  transport = new RecordingTransport();
  await studio.rows(
    `WITH u AS (INSERT INTO users (id, name, email, updated_at) VALUES ($1, 'Ann', 'ann@sunday.test', now()))
     INSERT INTO members (id, studio_id, user_id, role) VALUES (gen_random_uuid(), $2, $1, 'owner')`,
    randomUUID(),
    studio.id,
  );
  await studio.rows(
    `INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, auth, username, created_at, updated_at)
     VALUES (gen_random_uuid(), $1, $2, 'hello@sunday.test', 'imap.sunday.test', 993, 'tls', 'password', 'hello', now() - interval '3 days', now() - interval '3 days')`,
    studio.id,
    studio.brandId,
  );
});
afterEach(() => studio.close());

const is = (state: string, cause: string | null, since: string, more = '') =>
  studio.rows(
    `UPDATE mailboxes SET state = $1::mailbox_state, cause = $2, since = now() - $3::interval, proven_at = now() - $3::interval ${more},
       reason = CASE WHEN $2::text IS NULL THEN NULL ELSE jsonb_build_object('code', 'mailbox.' || $2::text, 'params', jsonb_build_object('reply', 'Invalid credentials')) END`,
    state,
    cause,
    since,
  );
const sweep = () => mailOutOf(studio.pool, transport).mailboxNotices.sweep(new Date());
const texts = () =>
  transport.delivered.map(({ envelope, message }) => `${envelope.to} ${message.toString()}`);

test('the owners are told once that a mailbox needs them, in the server’s words', async () => {
  await is('needs_you', 'signIn', '30 seconds');
  await sweep();
  expect(texts()).toEqual([]);
  await is('needs_you', 'signIn', '2 minutes');
  await Promise.all([sweep(), sweep()]);
  await sweep();
  const [mail, ...others] = texts();
  expect(others).toEqual([]);
  expect(mail).toMatch(/^ann@sunday\.test /);
  expect(mail).toMatch(/^Subject: hello@sunday\.test: new email is not read in Sunday\r?$/m);
  expect(mail).toContain('Invalid credentials');
});

test('of a server that is away they are told after an hour', async () => {
  await is('waiting', 'unreachable', '50 minutes');
  await sweep();
  expect(texts()).toEqual([]);
  await is('waiting', 'unreachable', '61 minutes');
  await sweep();
  expect(texts()).toHaveLength(1);
  expect(texts()[0]).toContain('does not answer');
});

test('the same again within a day is not told again, but after a repair it is', async () => {
  await is('needs_you', 'signIn', '2 minutes');
  await sweep();
  await is('live', null, '1 second');
  await is('needs_you', 'signIn', '2 minutes', `, notified_at = now() - interval '3 hours'`);
  await sweep();
  expect(texts()).toHaveLength(1);
  await studio.rows(`UPDATE mailboxes SET updated_at = now() - interval '1 hour'`);
  await sweep();
  expect(texts()).toHaveLength(2);
});
