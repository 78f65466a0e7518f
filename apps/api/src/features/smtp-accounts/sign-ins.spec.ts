import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { smtpAccounts } from '@cueline/contracts';
import { AuthorizationServer } from '@cueline/testkit/authorization-server';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import type { Caller } from '../../platform/auth/caller.js';
import { readConfiguration } from '../../platform/configuration.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { BrandSenderService } from './brand-sender.service.js';
import { SignInsService } from './sign-ins.service.js';
import { SmtpAccountsRepository } from './smtp-accounts.repository.js';
import { SmtpAccountsService } from './smtp-accounts.service.js';

const ADDRESS = 'hello@sunday.test';
let test: TestDatabase;
let provider: AuthorizationServer;
let database: StudioDatabase;
let service: SignInsService;
let accounts: SmtpAccountsService;
let caller: Caller;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  provider = await AuthorizationServer.open();
  const configuration = readConfiguration({
    DATABASE_URL: test.url,
    CUELINE_SECRET: 'a secret of more than thirty-two characters',
    PUBLIC_URL: 'https://cueline.test',
    ...provider.environment,
  });
  database = new StudioDatabase(configuration);
  const repository = new SmtpAccountsRepository(database, configuration);
  const brands = new BrandsRepository(database, configuration);
  const senders = new BrandSenderService(repository, configuration);
  accounts = new SmtpAccountsService(repository, brands, senders, configuration);
  service = new SignInsService(repository, accounts, brands, configuration);
  caller = await callerOfNewStudio();
});
afterEach(async () => {
  provider.close();
  await database.onApplicationShutdown();
});

async function callerOfNewStudio(): Promise<Caller> {
  const { prisma } = database.database;
  const { id: studioId } = await prisma.studio.create({ data: { slug: randomUUID(), name: 'Sunday' } });
  const brand = { studioId, name: 'Sunday', slug: 'sunday', isDefault: true };
  await prisma.brand.create({ data: { ...brand, zone: 'Europe/Berlin', locale: 'en-GB', currency: 'EUR' } });
  const by = { type: 'member', id: randomUUID(), name: 'Ann' } as const;
  return { studioId, user: null, by, role: 'owner', scopes: [] };
}

const wanted: smtpAccounts.NewSignIn = {
  provider: 'google',
  fromName: 'Sunday',
  replyTo: null,
  isDefault: true,
  limitPerMinute: null,
  limitPerDay: null,
};
/** Ann signs in at the provider and comes back. */
async function signIn(address = ADDRESS) {
  const { url } = await service.begin(caller, wanted);
  return service.finish(caller, provider.signIn(url, address));
}

describe('a sign-in at a mail provider', () => {
  it('goes there with a code challenge and the address to come back to, and opens an account for whoever it was', async () => {
    const { url } = await service.begin(caller, { ...wanted, address: ADDRESS });
    const { searchParams, origin } = new URL(url);
    expect(origin).toBe(provider.url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: 'https://cueline.test/email-accounts/connect',
      scope: 'openid email https://mail.google.com/',
      code_challenge_method: 'S256',
      login_hint: ADDRESS,
      access_type: 'offline',
    });
    const account = await service.finish(caller, provider.signIn(url, ADDRESS));
    expect(account).toMatchObject({
      address: ADDRESS,
      username: ADDRESS,
      auth: 'oauth2',
      provider: 'google',
      hasSecret: true,
      isDefault: true,
      host: 'smtp.gmail.com',
      health: { state: 'unchecked' },
    });
    expect(JSON.stringify(account)).not.toContain(provider.accessToken);
    expect(provider.requests).toEqual(['authorization_code']);
  });

  it('is made again for an account whose sign-in has expired, and by nobody else’s address', async () => {
    const { id } = await signIn();
    const { url } = await service.again(caller, id);
    expect(await service.finish(caller, provider.signIn(url, ADDRESS))).toMatchObject({ id, revision: 3 });
    expect((await accounts.list(caller.studioId, {})).items).toHaveLength(1);
    const other = await service.again(caller, id);
    await expect(
      service.finish(caller, provider.signIn(other.url, 'else@sunday.test')),
    ).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('counts for the person and the studio that began it, and with the state that they were given', async () => {
    const { url } = await service.begin(caller, wanted);
    const answer = provider.signIn(url, ADDRESS);
    const stranger = await callerOfNewStudio();
    const colleague = { ...caller, by: { ...caller.by, id: randomUUID() } };
    for (const [who, state] of [
      [stranger, answer.state],
      [colleague, answer.state],
      [caller, `${answer.state}A`],
      [caller, `A${answer.state}`],
      [caller, 'nothing'],
    ] as const)
      await expect(service.finish(who, { ...answer, state })).rejects.toMatchObject({ code: 'link.invalid' });
    expect(provider.requests).toEqual([]);
    expect(await service.finish(caller, answer)).toMatchObject({ address: ADDRESS });
    await expect(service.finish(caller, answer)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('needs the provider, and one that the operator has registered with', async () => {
    const { url } = await service.begin(caller, wanted);
    const answer = provider.signIn(url, ADDRESS);
    provider.isAway = true;
    await expect(service.finish(caller, answer)).rejects.toMatchObject({ code: 'server.unavailable' });
    await expect(service.begin(caller, { ...wanted, provider: 'microsoft' })).rejects.toMatchObject({
      code: 'request.invalid',
      more: { errors: [{ pointer: '/provider' }] },
    });
  });
});
