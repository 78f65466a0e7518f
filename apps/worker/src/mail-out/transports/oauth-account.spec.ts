import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keyRingOf, OAuthTokens, SmtpAccounts, type OAuthSecret } from '@cueline/database';
import { parseHostList } from '@cueline/egress';
import { oauthClientsOf } from '@cueline/email/oauth';
import { RecordingTransport } from '@cueline/email/smtp';
import { AuthorizationServer } from '@cueline/testkit/authorization-server';
import { SignedInServer } from '@cueline/testkit/signed-in-server';
import { activitiesOf, perform, runOf } from '../../engine/activities/effects/run.fixture.js';
import { mailSuite } from '../mail-suite.fixture.js';
import { mailOutOf, secret } from '../mail-out.fixture.js';
import { accountsOf, fixedAccount, Transports } from './transports.js';

const ADDRESS = 'hello@sunday.test';
const suite = mailSuite();
const ring = keyRingOf({ CREDENTIAL_KEYS: [], CUELINE_SECRET: secret });
const accounts = () => new SmtpAccounts(suite.studio.pool, ring);
const soon = () => new Date(Date.now() + 3_600_000);
const past = new Date(0);

let provider: AuthorizationServer;
let server: SignedInServer;
let opened: Transports[];
beforeEach(async () => {
  provider = await AuthorizationServer.open();
  server = await SignedInServer.open(ADDRESS);
  Object.defineProperty(server, 'accessToken', { get: () => provider.accessToken });
  opened = [];
});
afterEach(async () => {
  for (const transports of opened) transports.close();
  await server.close();
  provider.close();
});

function worker(): Transports {
  const ports = {
    accounts: accounts(),
    allow: parseHostList('127.0.0.1')!,
    tokens: new OAuthTokens(suite.studio.pool, ring),
    clients: oauthClientsOf(provider.environment),
  };
  const { smtp } = accountsOf({ SMTP_URL: 'smtp://127.0.0.1:1', dkimKeys: [] }, ports);
  const transports = new Transports({
    smtp,
    platform: () => fixedAccount('platform', () => new RecordingTransport()),
  });
  opened.push(transports);
  return transports;
}

const find = async (id: string) => (await accounts().find(suite.studio.id, id))!;

/** Somebody has signed in at the provider. */
async function connect(id: string, tokens: OAuthSecret, expiresAt: Date): Promise<void> {
  expect(await accounts().connect(suite.studio.id, await find(id), tokens, expiresAt)).toBe(true);
}

async function account(tokens: OAuthSecret | null, expiresAt = soon()): Promise<string> {
  const { studio } = suite;
  const id = await accounts().create(studio.id, {
    ...{ brandId: studio.brandId, address: ADDRESS, fromName: 'Sunday', replyTo: null },
    ...{ host: '127.0.0.1', port: server.port, security: 'none', username: ADDRESS },
    ...{ limitPerMinute: null, limitPerDay: null, auth: 'oauth2', provider: 'google', password: null },
  });
  await accounts().makeDefault(studio.id, { id, brandId: studio.brandId });
  if (tokens) await connect(id, tokens, expiresAt);
  return id;
}

async function run(name: string): Promise<string> {
  const subjectId = await suite.studio.booking({ clientId: await suite.studio.client(name) });
  return runOf(suite.studio, suite.step, { event: 'booking.created', subjectId });
}
const send = async (runId: string | Promise<string>): Promise<void> => {
  await perform(suite.studio, suite.step, await runId, activitiesOf(suite.studio, worker()));
};
const states = async () =>
  (
    await suite.studio.rows<{ to_name: string; state: string }>(
      'SELECT to_name, state::text FROM sends ORDER BY to_name',
    )
  ).map(({ to_name, state }) => `${to_name} ${state}`);
async function sweep(): Promise<void> {
  const { ledger } = mailOutOf(suite.studio.pool, worker());
  for (let i = 0; i < 3; i++) {
    await ledger.sweep();
    await suite.studio.rows(`UPDATE sends SET next_attempt_at = now() WHERE state = 'queued'`);
  }
}

describe('an account that signs in by OAuth 2', () => {
  it('sends with the token that it has, and asks nobody for another', async () => {
    const id = await account(provider.grant(ADDRESS));
    await send(run('Alma'));
    expect(server.mails).toMatchObject([{ from: ADDRESS, user: ADDRESS }]);
    expect(provider.requests).toEqual([]);
    expect(await find(id)).toMatchObject({ state: 'working', auth: 'oauth2' });
  });

  it('has its token refreshed once, however many processes find it used up at the same moment', async () => {
    await account(provider.grant(ADDRESS), past);
    const runs = [await run('Alma'), await run('Bo'), await run('Cy')];
    await Promise.all(runs.map((runId) => send(runId)));
    await sweep();
    expect(await states()).toEqual(['Alma sent', 'Bo sent', 'Cy sent']);
    expect(provider.requests).toEqual(['refresh_token']);
    await send(run('Di'));
    expect(provider.requests).toHaveLength(1);
  });

  it('has another one when the mail server does not take it any more', async () => {
    const { refreshToken } = provider.grant(ADDRESS);
    await account({ accessToken: 'withdrawn', refreshToken });
    await send(run('Alma'));
    expect(await states()).toEqual(['Alma sent']);
    expect(provider.requests).toEqual(['refresh_token']);
  });

  it('whose permission was taken back needs a new sign-in; what waits goes on when it is made', async () => {
    const id = await account(provider.grant(ADDRESS), past);
    provider.isRevoked = true;
    await send(run('Alma'));
    expect(await states()).toEqual(['Alma held']);
    expect(await find(id)).toMatchObject({ state: 'needs_attention', cause: 'expired', held: 1 });
    expect(server.signIns).toBe(0);
    provider.isRevoked = false;
    await connect(id, provider.grant(ADDRESS), soon());
    await sweep();
    expect(await states()).toEqual(['Alma sent']);
    expect(await find(id)).toMatchObject({ state: 'working', held: 0 });
  });

  it('that nobody has signed in for yet holds its mails', async () => {
    const id = await account(null);
    await send(run('Alma'));
    expect(await find(id)).toMatchObject({ cause: 'expired', held: 1 });
  });

  it('is tried again when its provider is away, and is in no trouble by that', async () => {
    const id = await account(provider.grant(ADDRESS), past);
    provider.isAway = true;
    await send(run('Alma'));
    expect(await states()).toEqual(['Alma queued']);
    expect(await find(id)).toMatchObject({ state: 'unchecked' });
    provider.isAway = false;
    await sweep();
    expect(await states()).toEqual(['Alma sent']);
  });

  it('has no token in the database that can be read', async () => {
    const tokens = provider.grant(ADDRESS);
    await account(tokens, past);
    await send(run('Alma'));
    const rows = JSON.stringify(await suite.studio.rows('SELECT * FROM credentials'));
    for (const token of [tokens.accessToken, tokens.refreshToken, provider.accessToken])
      expect(rows).not.toContain(token);
  });
});
