import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { smtpAccounts } from '@cueline/contracts';
import { cardFor, providerOfDomain } from '@cueline/email/diagnosis';
import { AuthorizationServer } from '@cueline/testkit/authorization-server';
import { ApiClient } from '@cueline/testkit/api-client';
import { ImapServer } from '@cueline/testkit/imap-server';
import { SignedInImap } from '@cueline/testkit/signed-in-imap';
import { SignedInServer } from '@cueline/testkit/signed-in-server';
import { until } from '@cueline/testkit/until';
import { receiverTls } from '@cueline/testkit/webhook-receiver';
import { rows } from '../../libs/email/src/diagnosis/causes/every-cause.fixture.js';
import { probed } from '../../libs/email/src/diagnosis/causes/probed.fixture.js';
import { ADDRESS, mailbox, ownServer, type OwnServer } from './own-server.js';

jest.setTimeout(180_000);
const MAIL = 'hello@gmail.com';
let provider: AuthorizationServer;
let signedInServer: SignedInServer;
let dovecot: ImapServer;
let door: SignedInImap;
let own: OwnServer;
let page: Page;
beforeAll(async () => {
  provider = await AuthorizationServer.open();
  signedInServer = await SignedInServer.open(MAIL, receiverTls());
  dovecot = await ImapServer.start();
  door = await SignedInImap.open(ADDRESS, dovecot, receiverTls());
  own = await ownServer(provider.environment);
  ({ page } = own);
});
afterAll(async () => {
  await own?.close();
  door?.close();
  await dovecot?.stop();
  await signedInServer?.close();
  provider?.close();
});

const card = () => page.locator('section[data-cause]');
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** A field that must be filled says so after its name. */
const field = (name: string) => page.getByLabel(new RegExp(`^${name}( \\*)?$`));
const accounts = async () =>
  (
    await new ApiClient(own.stack).send<{ items: smtpAccounts.SmtpAccountView[] }>(
      'GET',
      '/api/v1/smtp-accounts',
    )
  ).body.items;

/** As the page itself does, in the owner's name. @returns the status */
const send = (method: string, path: string, body: object, revision = 0) =>
  page.evaluate(
    async ([how, where, what, which]) => {
      const headers = { 'content-type': 'application/json', 'if-match': `"${which}"` };
      return (await fetch(where, { method: how, headers, body: what })).status;
    },
    [method, path, JSON.stringify(body), revision] as const,
  );

describe('the email accounts', () => {
  it('are connected from an address to a proven account, a wrong password on the way', async () => {
    await page.goto(`${own.stack.urls.api}/email-accounts`);
    await page.getByText(/You send from .+ Connect your own address\./).waitFor();
    await page.getByRole('link', { name: 'Connect your address' }).click();
    await field('Email address').fill(ADDRESS);
    // What name servers say of a domain is for other suites: here nothing is found.
    await page.route('**/smtp-accounts/discover', (route) =>
      route.fulfill({
        json: { address: ADDRESS, provider: null, didYouMean: null, takesMail: true, smtp: [], imap: [] },
      }),
    );
    await page.keyboard.press('Enter');
    await page.getByText(/Nothing was found for hello@studio.test/).waitFor();
    await field('Server').fill('127.0.0.1');
    await field('Port').fill(String(own.server.port));
    await field('Password').fill('wrong');
    await button('Test').click();
    await page.getByRole('heading', { name: '127.0.0.1 does not accept this password' }).waitFor();
    expect(await page.getByText('Sign-in refused').count()).toBe(1);
    await button('What the server said').click();
    await page.getByText('535 Incorrect authentication data').waitFor();
    await card().getByLabel('Password', { exact: true }).fill('right');
    await button('Test again').click();
    await page.getByText('hello@studio.test works').waitFor();
    await until('the test mail is there', () => Promise.resolve(own.server.messages().length > 0));
    await button('Send from this address').click();
    await page.getByText('Ready. hello@studio.test sends.').waitFor();
    await page.getByRole('link', { name: 'Done' }).click();
    await page.getByText('Sending: Works').waitFor();
    expect(await accounts()).toMatchObject([
      { address: ADDRESS, isDefault: true, health: { state: 'working' } },
    ]);
  });

  it('read the inbox with the same sign-in, and one new password repairs both halves', async () => {
    const [{ id } = { id: '' }] = await accounts();
    await page.goto(`${own.stack.urls.api}/email-accounts/inbox/new?account=${id}`);
    await field('Server').fill('127.0.0.1');
    await field('Port').fill(String(door.port));
    await page.getByRole('combobox', { name: 'Encryption' }).click();
    await page.getByRole('option', { name: 'STARTTLS' }).click();
    await button('Test and connect').click();
    await page.getByText('Up to date', { exact: true }).waitFor();
    await page.getByLabel('INBOX', { exact: true }).waitFor();
    await button('Pause').click();
    await page.getByText('Paused', { exact: true }).waitFor();
    await button('Resume').click();
    await page.getByText('Up to date', { exact: true }).waitFor();

    door.password = 'another';
    await field('Password').fill('wrong');
    await button('Test and save').click();
    await card().getByRole('heading', { name: '127.0.0.1 does not accept this password' }).waitFor();
    own.server.setMailboxes([{ ...mailbox, password: 'another' }]);
    await card().getByLabel('Password', { exact: true }).fill('another');
    await button('Test again').click();
    await page.getByText('Up to date', { exact: true }).waitFor();
    await page.goto(`${own.stack.urls.api}/email-accounts`);
    await page.getByText(/^Inbox: Up to date/).waitFor();
    expect(await send('POST', `/api/v1/smtp-accounts/${id}/test`, { sendTestMail: false })).toBe(200);
    await page.getByText('Sending: Works').waitFor();
    expect(own.complaints).toEqual([]);
  });

  it('say on every page when one is broken, and are repaired by edit, test, save', async () => {
    own.server.setMailboxes([{ ...mailbox, password: 'changed' }]);
    door.password = 'changed';
    const [{ id } = { id: '' }] = await accounts();
    expect(await send('POST', `/api/v1/smtp-accounts/${id}/test`, {})).toBe(200);
    await page.goto(`${own.stack.urls.api}/workflows`);
    await page.getByText('hello@studio.test doesn’t send.').waitFor();
    await page.getByRole('link', { name: 'Fix', exact: true }).click();
    await field('Password').fill('changed');
    await button('Test').click();
    await button('Save').click();
    await page.getByText('Ready. hello@studio.test sends.').waitFor();
    await page.getByRole('link', { name: 'Done' }).click();
    await page.getByText('Sending: Works').waitFor();
    expect(own.complaints).toEqual([]);
  });
});

describe('an account that signs in at its provider', () => {
  const allow = async (answer: 'Allow' | 'Deny') => {
    await page.getByRole('heading', { name: provider.person }).waitFor();
    await page.getByRole('link', { name: answer }).click();
  };
  const begin = async () => {
    await page.goto(`${own.stack.urls.api}/email-accounts/new`);
    await field('Email address').fill(MAIL);
    await page.keyboard.press('Enter');
    await button('Sign in at Google').click();
  };
  const found = { host: 'smtp.gmail.com', port: 465, security: 'tls', user: MAIL, source: 'table' };

  beforeAll(async () => {
    provider.person = MAIL;
    Object.defineProperty(signedInServer, 'accessToken', { get: () => provider.accessToken });
    const google = { id: 'gmail', name: 'Google', signIn: ['appPassword', 'oauth'], connect: 'google' };
    await page.unroute('**/smtp-accounts/discover');
    await page.route('**/smtp-accounts/discover', (route) =>
      route.fulfill({
        json: {
          ...{ address: MAIL, didYouMean: null, takesMail: true, smtp: [found], imap: [] },
          provider: { ...google, passwordPage: null, switchOnPage: null },
        },
      }),
    );
  });

  it('is not connected where the person stops it there, and nothing is kept', async () => {
    await begin();
    await allow('Deny');
    await page.getByText('Nothing was connected: the sign-in was stopped').waitFor();
    await page.getByText('The provider said: access_denied').waitFor();
    expect(await accounts()).toHaveLength(1);
  });

  it('is connected by the sign-in alone; what its server then says is shown', async () => {
    await begin();
    await allow('Allow');
    // Nobody reaches Google's server from here.
    await page.getByText(`${MAIL} is connected, but the test found something:`).waitFor();
    expect(await card().getAttribute('data-cause')).toMatch(/^(?:hostUnknown|nameServers|noAnswer)$/);
    expect(await accounts()).toEqual(
      expect.arrayContaining([expect.objectContaining({ address: MAIL, auth: 'oauth2', isDefault: true })]),
    );
    // A code counts once, and the page may be opened again.
    await page.reload();
    await page.getByText('The provider does not take this code any more.', { exact: false }).waitFor();
  });

  it('is tested without a password, and asked for a new sign-in when the permission has ended', async () => {
    const { id, revision } = (await accounts()).find(({ address }) => address === MAIL)!;
    const local = { host: '127.0.0.1', port: signedInServer.port, security: 'tls' };
    expect(await send('PATCH', `/api/v1/smtp-accounts/${id}`, local, revision)).toBe(200);
    await page.goto(`${own.stack.urls.api}/email-accounts/${id}`);
    await page.getByText('Cueline signs in at Google with your permission.').waitFor();
    expect(await page.getByLabel('Password').count()).toBe(0);
    await button('Test').click();
    await page.getByText(`${MAIL} works`).waitFor();
    await until('the test mail is there', () => Promise.resolve(signedInServer.mails.length > 0));

    provider.accessToken = 'another one';
    await button('Back').click();
    await button('Test').click();
    await card().getByRole('heading', { name: 'Your sign-in at Google has expired' }).waitFor();
    expect(await card().getAttribute('data-cause')).toBe('signInExpired');
    await card().getByRole('button', { name: 'Sign in at the provider', exact: true }).click();
    await allow('Allow');
    await page.getByText(`Ready. ${MAIL} sends.`).waitFor();
    expect(own.complaints).toEqual([]);
  });
});

describe('the card', () => {
  beforeAll(async () => {
    const { id } = (await accounts()).find(({ address }) => address === ADDRESS)!;
    await page.goto(`${own.stack.urls.api}/email-accounts/${id}`);
  });

  it.each(rows)('for %s, at %s, is %s', async (_what, _stage, cause, how) => {
    const { server: scripted, probe, result } = await probed(how);
    scripted.close();
    const provider = providerOfDomain(probe.address.split('@')[1]!);
    const wanted = cardFor(result.failure!, { probe, provider }, 'en');
    const { ok, stages, transcript } = result;
    const events = [
      ...stages.map((stage) => ({ type: 'stage', stage })),
      { type: 'result', result: { ok, stages, transcript, card: wanted } },
    ];
    await page.route('**/smtp-accounts/*/test', (route) =>
      route.fulfill({
        contentType: 'application/x-ndjson',
        body: events.map((event) => `${JSON.stringify(event)}\n`).join(''),
      }),
    );
    await button('Test').click();
    await card().getByRole('heading', { name: wanted.title, exact: true }).waitFor();
    expect(await card().getAttribute('data-cause')).toBe(cause);
    expect(await card().getByText(wanted.why, { exact: true }).isVisible()).toBe(true);
    expect(await card().locator('ol li').count()).toBe(wanted.steps.length);
    for (const { link } of wanted.steps)
      if (link)
        expect(await card().getByRole('link', { name: link.label }).getAttribute('href')).toBe(link.url);
    expect(await card().getByRole('button', { name: wanted.button, exact: true }).count()).toBe(1);
    for (const name of ['host', 'port', 'user'] as const)
      if (wanted.field === name && wanted.proposal[name])
        expect(await card().getByRole('textbox').inputValue()).toBe(wanted.proposal[name]);
    await page.unroute('**/smtp-accounts/*/test');
    await button('Back').click();
  });
});
