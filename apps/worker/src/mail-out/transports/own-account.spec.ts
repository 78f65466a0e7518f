import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  KeyRing,
  keyRingOf,
  SendLedger,
  OAuthTokens,
  SmtpAccounts,
  type AccountPlace,
  type NewSmtpAccount,
} from '@cueline/database';
import { parseHostList } from '@cueline/egress';
import { dkimKeyOf } from '@cueline/email/dkim';
import { RecordingTransport } from '@cueline/email/smtp';
import { SignedInServer } from '@cueline/testkit/signed-in-server';
import { describeReason } from '@cueline/workflows';
import { activitiesOf, perform, runOf, stepsOf } from '../../engine/activities/effects/run.fixture.js';
import { mailSuite } from '../mail-suite.fixture.js';
import { mailOutOf, secret } from '../mail-out.fixture.js';
import type { AccountPorts, SendingAccounts } from './sending-account.js';
import { accountsOf, fixedAccount, Transports } from './transports.js';

const ADDRESS = 'hello@sunday.test';
const suite = mailSuite();
const ring = keyRingOf({ CREDENTIAL_KEYS: [], CUELINE_SECRET: secret });
const accounts = () => new SmtpAccounts(suite.studio.pool, ring);

let server: SignedInServer;
let platform: RecordingTransport;
let opened: Transports[];
beforeEach(async () => {
  server = await SignedInServer.open(ADDRESS);
  platform = new RecordingTransport();
  opened = [];
});
afterEach(async () => {
  for (const transports of opened) transports.close();
  await server.close();
});

/** Another worker: what it knows of accounts it reads from the database. */
function worker(allow = '127.0.0.1', ringOfWorker = ring): Transports {
  const { smtp } = accountsOf({ SMTP_URL: 'smtp://127.0.0.1:1', dkimKeys: [] }, portsOf(allow, ringOfWorker));
  return open({ smtp, platform: () => fixedAccount('platform', () => platform) });
}
function open(of: SendingAccounts): Transports {
  const transports = new Transports(of);
  opened.push(transports);
  return transports;
}

function portsOf(allow = '127.0.0.1', ringOfWorker = ring): AccountPorts {
  return {
    accounts: new SmtpAccounts(suite.studio.pool, ringOfWorker),
    allow: parseHostList(allow)!,
    tokens: new OAuthTokens(suite.studio.pool, ringOfWorker),
    clients: {},
  };
}

async function account(more: Partial<NewSmtpAccount> = {}): Promise<string> {
  const { studio } = suite;
  const id = await accounts().create(studio.id, {
    ...{ brandId: studio.brandId, address: ADDRESS, fromName: 'Sunday', replyTo: null },
    ...{ host: '127.0.0.1', port: server.port, security: 'none', username: ADDRESS },
    ...{
      limitPerMinute: null,
      limitPerDay: null,
      auth: 'password',
      provider: null,
      password: server.password,
    },
    ...more,
  });
  await accounts().makeDefault(studio.id, { id, brandId: studio.brandId });
  return id;
}
async function change(id: string, settings: object): Promise<void> {
  const before = (await accounts().find(suite.studio.id, id))!;
  expect(await accounts().update(suite.studio.id, before, { ...before, ...settings })).toBe(true);
}
const health = async (id: string) => (await accounts().find(suite.studio.id, id))!;

async function send(name: string, by = worker()): Promise<string> {
  const subjectId = await suite.studio.booking({ clientId: await suite.studio.client(name) });
  const runId = await runOf(suite.studio, suite.step, { event: 'booking.created', subjectId });
  await perform(suite.studio, suite.step, runId, activitiesOf(suite.studio, by));
  return runId;
}
const states = async () =>
  (
    await suite.studio.rows<{ to_name: string; state: string }>(
      'SELECT to_name, state::text FROM sends ORDER BY created_at, id',
    )
  ).map(({ to_name, state }) => `${to_name} ${state}`);
/** All that is due now, and what follows from it. */
async function sweep(by = worker()): Promise<void> {
  const { ledger } = mailOutOf(suite.studio.pool, by);
  for (let i = 0; i < 3; i++) {
    await ledger.sweep();
    await suite.studio.rows(
      `UPDATE sends SET next_attempt_at = now() WHERE state = 'queued' AND next_attempt_at < now() + interval '10 seconds'`,
    );
  }
}
const heldFor = (hours: number, name: string) =>
  suite.studio.rows(
    `UPDATE sends SET first_held_at = now() - $1 * interval '1 hour' WHERE to_name = $2`,
    hours,
    name,
  );

describe('a brand’s own account', () => {
  it('sends as its very address, signed in, and is said to work', async () => {
    const id = await account();
    await send('Alma');
    expect(server.mails).toMatchObject([{ from: ADDRESS, to: 'alma@clients.test', user: ADDRESS }]);
    expect(server.mails[0]!.raw).toMatch(/^From: Sunday <hello@sunday\.test>\r$/m);
    expect(server.mails[0]!.raw).toMatch(/^Message-ID: <[0-9a-f]+@sunday\.test>\r$/im);
    expect(await health(id)).toMatchObject({ state: 'working', cause: null, provenAt: expect.any(Date) });
    expect(platform.delivered).toEqual([]);
  });

  it('signs nothing for the brand’s domain; what leaves from the platform’s address is signed', async () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const url = `smtp://${encodeURIComponent(ADDRESS)}:${server.password}@127.0.0.1:${server.port}`;
    const signing = { SMTP_URL: url, dkimKeys: [dkimKeyOf('mail.cueline.test', 'mail2027', pem)] };
    const transports = open(accountsOf(signing, portsOf()));
    await send('Alma', transports);
    await account();
    await send('Bo', transports);
    const signed = server.mails.map(({ raw, to }) => [to, /^DKIM-Signature: .*d=([^;]+);/.exec(raw)?.[1]]);
    expect(signed).toEqual([
      ['alma@clients.test', 'mail.cueline.test'],
      ['bo@clients.test', undefined],
    ]);
  });

  it('is opened once for all its mails, and anew when its settings have changed', async () => {
    const id = await account();
    const one = worker();
    for (const name of ['Alma', 'Bo', 'Cy']) await send(name, one);
    expect(server.signIns).toBe(1);
    server.password = 'another';
    await change(id, { password: 'another' });
    await send('Di', one);
    expect(server.signIns).toBe(2);
    expect(server.recipients).toHaveLength(4);
    expect(await health(id)).toMatchObject({ state: 'working', revision: 2 });
  });

  it('is not opened to an address inside, whatever its name is, unless the operator allows that', async () => {
    const id = await account({ security: 'starttls' });
    await send('Alma', worker(''));
    await change(id, { host: 'localhost' });
    await sweep(worker(''));
    expect(await states()).toEqual(['Alma held']);
    expect(server.signIns).toBe(0);
    expect(await health(id)).toMatchObject({ state: 'needs_attention', cause: 'notPublic' });
  });

  it('does not send a password without encryption where the operator has taken the permission back', async () => {
    const id = await account();
    await send('Alma', worker('elsewhere.test'));
    expect(server.signIns).toBe(0);
    expect(await health(id)).toMatchObject({ cause: 'tls' });
  });

  it('whose password no key opens holds its mails until one does', async () => {
    const id = await account();
    const lost = new KeyRing([{ id: 'other', key: Buffer.alloc(32, 7) }]);
    await send('Alma', worker('127.0.0.1', lost));
    expect(await states()).toEqual(['Alma held']);
    expect(await health(id)).toMatchObject({ state: 'needs_attention', cause: 'secret' });
    await accounts().retry(suite.studio.id, id);
    await sweep();
    expect(await states()).toEqual(['Alma sent']);
  });
});

describe('trouble of a brand’s own account', () => {
  it('holds its mails alone; a repair lets them go by themselves, and nobody’s password is in a log', async () => {
    const logged: unknown[][] = [];
    const spies = (['log', 'warn', 'error', 'info'] as const).map((name) =>
      jest.spyOn(console, name).mockImplementation((...said: unknown[]) => void logged.push(said)),
    );
    const id = await account({ password: 'mistyped secret' });
    const runId = await send('Alma');
    await send('Bo');
    expect(await states()).toEqual(['Alma held', 'Bo held']);
    expect(await health(id)).toMatchObject({ state: 'needs_attention', cause: 'signIn', held: 2, late: 0 });
    const [step] = await stepsOf(suite.studio, runId);
    expect(describeReason(step!.reason, 'en')[0]).toContain('535 5.7.8 Authentication failed');
    // The platform's address goes on, for this studio as well.
    await accounts().usePlatform(suite.studio.id, suite.studio.brandId);
    await send('Cy');
    expect(platform.delivered.map(({ envelope }) => envelope.to)).toEqual(['cy@clients.test']);
    await accounts().makeDefault(suite.studio.id, { id, brandId: suite.studio.brandId });

    await change(id, { password: server.password });
    expect(await health(id)).toMatchObject({ state: 'unchecked', cause: null, held: 2 });
    await sweep();
    expect(await states()).toEqual(['Alma sent', 'Bo sent', 'Cy sent']);
    expect(server.recipients).toEqual(['alma@clients.test', 'bo@clients.test']);
    expect(await health(id)).toMatchObject({ state: 'working', held: 0, nextTryAt: null });
    for (const spy of spies) spy.mockRestore();
    expect(inspect(logged, { depth: 9 })).not.toMatch(/mistyped secret|correct horse/);
  });

  it('is the address’s as well: a sender that the server does not own is the account’s trouble', async () => {
    const id = await account();
    server.refuses = (from) => [553, `5.7.1 <${from}>: Sender address rejected: not owned by user`];
    await send('Alma');
    expect(await health(id)).toMatchObject({ cause: 'senderRejected', held: 1 });
    server.refuses = undefined;
    await accounts().retry(suite.studio.id, id);
    await sweep();
    expect(await states()).toEqual(['Alma sent']);
  });

  it('is told to the owner once, by mail from the platform’s address, and again only when a repair did not last', async () => {
    const id = await account({ password: 'wrong' });
    await suite.studio.rows(
      `WITH u AS (INSERT INTO users (id, name, email, updated_at) VALUES ($1, 'Ann', 'ann@sunday.test', now()))
       INSERT INTO members (id, studio_id, user_id, role) VALUES (gen_random_uuid(), $2, $1, 'owner')`,
      randomUUID(),
      suite.studio.id,
    );
    await send('Alma');
    await suite.studio.rows(`UPDATE mail_holds SET since = now() - interval '2 minutes'`);
    const notices = () => mailOutOf(suite.studio.pool, worker()).holdNotices.sweep(new Date());
    await Promise.all([notices(), notices()]);
    await sweep();
    await notices();
    expect(platform.delivered.map(({ envelope }) => [envelope.from, envelope.to])).toEqual([
      ['no-reply@mail.test', 'ann@sunday.test'],
    ]);
    const notice = platform.delivered[0]!.message.toString();
    expect(notice).toMatch(/^Subject: hello@sunday\.test: 1 email waits in Sunday\r$/m);
    // The link leads to where the account is repaired.
    expect(notice.replace(/=\r\n/g, '')).toContain(`https://cueline.test/email-accounts/${id}`);

    const trouble = async (name: string) => {
      await send(name);
      await suite.studio.rows(`UPDATE mail_holds SET since = now() - interval '2 minutes'`);
      await notices();
      await notices();
    };
    await suite.studio.rows('UPDATE mail_holds SET cleared_at = now()');
    await trouble('Bo');
    // It came and went by itself: nothing new for an owner who knows.
    expect(platform.delivered).toHaveLength(1);
    await change(id, { password: server.password });
    await sweep();
    expect(await health(id)).toMatchObject({ state: 'working' });
    server.password = 'another';
    await change(id, { fromName: 'Sunday Studio' });
    for (const transports of opened) transports.close();
    await trouble('Cy');
    expect(platform.delivered).toHaveLength(2);
  });

  it('that has lasted for long asks about the older mails, and lets the younger ones go', async () => {
    const id = await account({ password: 'wrong' });
    for (const name of ['Alma', 'Bo', 'Cy']) await send(name);
    await suite.studio.rows('UPDATE studios SET ask_held_after_hours = 48, skip_held_after_hours = 200');
    await heldFor(50, 'Alma');
    await heldFor(201, 'Bo');
    await change(id, { password: server.password });
    await sweep();
    expect(await states()).toEqual(['Alma held', 'Bo suppressed', 'Cy sent']);
    expect(await health(id)).toMatchObject({ state: 'working', held: 0, late: 1 });
    const reasons = await suite.studio.rows<{ code: string }>(
      `SELECT reason->>'code' AS code FROM sends WHERE state <> 'sent' ORDER BY to_name`,
    );
    expect(reasons).toEqual([{ code: 'send.late' }, { code: 'send.tooLate' }]);
  });

  it('that left late mails alone is over when a sign-in works: none of them is sent to find out', async () => {
    const id = await account({ password: 'wrong' });
    await send('Alma');
    await heldFor(100, 'Alma');
    await accounts().retry(suite.studio.id, id);
    await sweep();
    expect(await health(id)).toMatchObject({ held: 1, late: 0 });
    await change(id, { password: server.password });
    await sweep();
    expect(server.mails).toEqual([]);
    expect(await health(id)).toMatchObject({ held: 0, late: 1 });
    await suite.studio.rows(
      `UPDATE mail_holds SET cleared_at = now(), cleared_by = 'Ann' WHERE hold_group LIKE 'late:%'`,
    );
    await sweep();
    expect(await states()).toEqual(['Alma sent']);
  });

  it('ends with the account: its mails leave from where the brand sends then', async () => {
    const id = await account({ password: 'wrong' });
    await send('Alma');
    await accounts().remove(suite.studio.id, await health(id));
    await sweep();
    expect(await states()).toEqual(['Alma sent']);
    expect(platform.delivered.map(({ envelope }) => envelope.from)).toEqual([
      expect.stringMatching(/^studio-sunday\+[0-9a-f]{24}@mail\.test$/),
    ]);
    expect(await suite.studio.rows('SELECT 1 FROM credentials')).toEqual([]);
  });
});

describe('the limits of a brand’s own account', () => {
  /** Minutes after the first place. */
  const places = () =>
    suite.studio.rows<{ minute: number; to_name: string }>(
      `SELECT to_name, (extract(epoch FROM date_trunc('minute', limited_until) - (SELECT date_trunc('minute', min(limited_until)) FROM sends)) / 60)::int AS minute
       FROM sends WHERE state = 'queued' ORDER BY limited_until`,
    );
  /** No midnight of the brand comes while the test runs. */
  const atNoon = () => {
    const ahead = new Date().getUTCHours() - 12;
    return suite.studio.rows('UPDATE brands SET zone = $1', `Etc/GMT${ahead < 0 ? '' : '+'}${ahead}`);
  };

  it('give each of many mails at once a place of its own, and none twice', async () => {
    const id = await account({ limitPerMinute: 3, limitPerDay: 10 });
    const { queue } = new SendLedger(suite.studio.pool);
    await suite.studio.rows(
      `UPDATE smtp_account_usage SET minute = now() + interval '1 hour', minute_mails = 3`,
    );
    const claimed = await Promise.all(
      Array.from({ length: 25 }, () => queue.claimPlace(suite.studio.id, id)),
    );
    const most = (key: (place: AccountPlace) => string | number) => {
      const counts = new Map<string | number, number>();
      for (const place of claimed) counts.set(key(place!), (counts.get(key(place!)) ?? 0) + 1);
      return Math.max(...counts.values());
    };
    expect(most(({ at }) => Math.floor(at.getTime() / 60_000))).toBe(3);
    expect(most(({ day }) => day)).toBe(10);
    expect(claimed.every((place) => place!.isLater)).toBe(true);
  });

  it('delay what is too much for a minute, in its order, and drop nothing', async () => {
    await account({ limitPerMinute: 2 });
    await suite.studio.rows(
      `UPDATE smtp_account_usage SET minute = date_trunc('minute', now()) + interval '1 hour', minute_mails = 1`,
    );
    const runId = await send('Alma');
    await send('Bo');
    await send('Cy');
    expect(await places()).toEqual([
      { to_name: 'Alma', minute: 0 },
      { to_name: 'Bo', minute: 1 },
      { to_name: 'Cy', minute: 1 },
    ]);
    expect(await stepsOf(suite.studio, runId)).toMatchObject([
      { status: 'waiting', reason: { code: 'mail.accountLimit', params: { address: ADDRESS } } },
    ]);
    await suite.studio.rows(`UPDATE sends SET limited_until = now(), next_attempt_at = now()`);
    await sweep();
    expect(await states()).toEqual(['Alma sent', 'Bo sent', 'Cy sent']);
  });

  it('count the days of the brand, and let what is left find its place anew when they are raised', async () => {
    await atNoon();
    const id = await account({ limitPerDay: 1 });
    await send('Alma');
    await send('Bo');
    expect(await states()).toEqual(['Alma sent', 'Bo queued']);
    const [bo] = await suite.studio.rows<{ time: string; ahead: boolean }>(
      `SELECT (limited_until AT TIME ZONE b.zone)::time::text AS time, limited_until > now() AS ahead
       FROM sends s JOIN brands b ON b.id = s.brand_id WHERE to_name = 'Bo'`,
    );
    expect(bo).toEqual({ time: '00:00:00', ahead: true });
    expect(await health(id)).toMatchObject({ delayed: 1 });
    await change(id, { limitPerDay: 2 });
    await sweep();
    expect(await states()).toEqual(['Alma sent', 'Bo sent']);
    await send('Cy');
    expect(await states()).toEqual(['Alma sent', 'Bo sent', 'Cy queued']);
  });

  it('do not count a mail that the server did not take', async () => {
    await atNoon();
    await account({ limitPerDay: 1 });
    server.refuses = () => [451, '4.3.0 later'];
    await send('Alma');
    expect(await suite.studio.rows('SELECT day_mails FROM smtp_account_usage')).toEqual([{ day_mails: 0 }]);
    server.refuses = undefined;
    await sweep();
    expect(await states()).toEqual(['Alma sent']);
  });
});
