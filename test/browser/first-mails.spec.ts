import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { until } from '@cueline/testkit/until';
import { ADDRESS, mailbox, ownServer, type OwnServer } from './own-server.js';

jest.setTimeout(180_000);
let own: OwnServer;
let page: Page;
beforeAll(async () => {
  own = await ownServer();
  ({ page } = own);
});
afterAll(() => own?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabel(new RegExp(`^${name}( \\*)?$`));
const toOlga = () => own.server.messages().filter((raw) => /^To:.*olga@clients\.test/m.test(raw));

/** From the template to the mail in the client's inbox, as somebody new to it goes. */
describe('a studio’s first emails from its own address', () => {
  it('begin with a template of two fields and a button', async () => {
    await page.goto(`${own.stack.urls.api}/templates`);
    await button('New template').click();
    await page.getByRole('dialog').getByLabel('Name').fill('Welcome');
    await page.keyboard.press('Enter');
    const email = page.getByRole('textbox', { name: 'Text of the email' });
    await email.waitFor();
    await page.getByRole('textbox', { name: 'Subject' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Welcome to {brand');
    await page
      .getByRole('option', { name: /^Brand name|^Name/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await email.getByLabel('Field Client first name').waitFor();
    await email.click();
    const press = (key: string) => page.keyboard.press(key, { delay: 60 });
    for (const key of ['Control+Home', 'ArrowDown', 'End']) await press(key);
    await page.keyboard.type('Good to have you.');
    await press('Enter');
    await page.keyboard.type('/button');
    await page.getByRole('option', { name: 'Button' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('The guide');
    await page.getByRole('textbox', { name: 'Leads to' }).fill('https://studio.example.test/guide');
    await page.getByLabel('Attach a file', { exact: true }).setInputFiles({
      name: 'Price list.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    });
    await button('Remove Price list.pdf').waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('are sent from an account that is connected in a minute', async () => {
    await page.goto(`${own.stack.urls.api}/email-accounts/new`);
    await field('Email address').fill(ADDRESS);
    // What name servers say of a domain is for other suites: here nothing is found.
    await page.route('**/smtp-accounts/discover', (route) =>
      route.fulfill({
        json: { address: ADDRESS, provider: null, didYouMean: null, takesMail: true, smtp: [], imap: [] },
      }),
    );
    await page.keyboard.press('Enter');
    await field('Server').fill('127.0.0.1');
    await field('Port').fill(String(own.server.port));
    await field('Password').fill('right');
    await button('Test').click();
    await button('Send from this address').click();
    await page.getByText(`Ready. ${ADDRESS} sends.`).waitFor();
  });

  it('go to a client, who reads them as they were written', async () => {
    await page.goto(`${own.stack.urls.api}/clients`);
    await button('New client').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('First name').fill('Olga');
    await dialog.getByLabel('Last name').fill('Reyes');
    await dialog.getByLabel('Email').fill('olga@clients.test');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Olga Reyes' }).click();
    await write();
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await until('the mail is there', () => Promise.resolve(toOlga().length === 1));
    const mail = await simpleParser(toOlga()[0]!);
    expect(mail.from?.value).toMatchObject([{ address: ADDRESS }]);
    expect(mail.subject).toBe('Welcome to Sunday Studio');
    expect(mail.text).toContain('Dear Olga,');
    expect(mail.text).toContain('The guide');
    expect(mail.html).toContain('href="https://studio.example.test/guide"');
    expect(mail.attachments).toMatchObject([{ filename: 'Price list.pdf', contentType: 'application/pdf' }]);
  });

  it('wait when the password breaks, and leave when it is repaired', async () => {
    own.server.setMailboxes([{ ...mailbox, password: 'changed' }]);
    // A connection that has signed in goes on with the old one.
    own.server.hangUp();
    await page.reload();
    await write();
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText(`${ADDRESS} doesn’t send.`).waitFor({ timeout: 60_000 });
    await page.goto(`${own.stack.urls.api}/outbox?box=held`);
    await page.getByText('1 email held').first().waitFor();
    await page.getByRole('link', { name: 'Fix the account', exact: true }).click();
    await button('Test').click();
    await page.locator('section[data-cause="password"]').waitFor();
    await page.locator('section[data-cause]').getByLabel('Password', { exact: true }).fill('changed');
    await button('Test again').click();
    await button('Save').click();
    await page.getByText(`Ready. ${ADDRESS} sends.`).waitFor();
    await until('the mail that waited is there', () => Promise.resolve(toOlga().length === 2));
    await page.goto(`${own.stack.urls.api}/outbox?box=sent`);
    await page.getByText('Welcome to Sunday Studio').nth(1).waitFor();
    expect(own.complaints).toEqual([]);
  });
});

/** An email to the client whose page is open, from the template. */
async function write() {
  await button('Email Olga').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Template').click();
  await page.getByRole('option', { name: 'Welcome', exact: true }).click();
  await dialog.getByText('Welcome to Sunday Studio', { exact: true }).waitFor();
}
