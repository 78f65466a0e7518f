import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Stack } from '../support/stack.js';
import { add, choose, newWorkflow, saved } from './builder.js';
import { launch, signedIn } from './page.js';

jest.setTimeout(180_000);

let stack: Stack;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
beforeAll(async () => {
  browser = await launch();
  stack = await Stack.start();
  ({ page, complaints } = await signedIn(browser, stack));
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** The draft as the server has it. */
async function draft(): Promise<{ definition: { steps: { paths: { when?: object }[] }[] } }> {
  await saved(page);
  const answer = await page.request.get(`${stack.urls.api}/api/v1/workflows/${page.url().split('/').at(-1)}`);
  return (await answer.json()) as Awaited<ReturnType<typeof draft>>;
}

const focusedField = () =>
  page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null);

describe('the forms of steps', () => {
  it('edit a condition of groups inside groups, by keyboard alone', async () => {
    await newWorkflow(page, stack, 'Groups');
    await add(page, 'slot:trunk:0', 'Decide');
    await page.getByRole('button', { name: 'Add a comparison' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Field' }).waitFor();
    await page.getByRole('button', { name: 'Add a group' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Field' }).nth(1).waitFor();
    expect(await focusedField()).toBe('/steps/0/paths/0/when/all/1/any/0/field');

    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Number 2 of 2', { exact: true }).waitFor();
    expect(await focusedField()).toBe('/steps/0/paths/0/when/all/1/field');
    await page.keyboard.type('Location');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.getByRole('complementary').getByText('Enter what').waitFor();
    await page.keyboard.type('Lake');
    await page.getByRole('complementary').getByText('Enter what').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Change this comparison' }).nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Put into a group' }).focus();
    await page.keyboard.press('Enter');
    const kind = { field: 'booking.kind', op: 'is', value: 'wedding' };
    const place = { field: 'booking.location', op: 'is', value: 'Lake' };
    await page.getByRole('button', { name: 'Change this group' }).waitFor();
    expect((await draft()).definition.steps[0]?.paths[0]?.when).toEqual({ all: [kind, { any: [place] }] });

    await page.getByRole('button', { name: 'Change this group' }).click();
    await page.getByRole('menuitem', { name: 'Take the group apart' }).click();
    await page.getByText('Any is enough').click();
    await page.getByRole('button', { name: 'Change this comparison' }).first().click();
    await page.getByRole('menuitem', { name: 'Remove this comparison' }).click();
    await page.getByText('Any is enough').waitFor({ state: 'detached' });
    expect((await draft()).definition.steps[0]?.paths[0]?.when).toEqual({ any: [place] });
    expect(complaints).toEqual([]);
  });

  it('say what keeps a webhook from being called, and choose what it tells', async () => {
    await newWorkflow(page, stack, 'Webhook');
    await add(page, 'slot:trunk:0', 'Call webhook');
    await page.getByRole('complementary').getByText('Enter the address that is called.').waitFor();
    await page.getByLabel('Address').fill('http://hooks.example.com/cueline');
    await page.getByRole('complementary').getByText('without encryption').waitFor();
    await page.getByLabel('Address').fill('https://hooks.example.com/cueline');
    await page.getByRole('complementary').getByText('without encryption').waitFor({ state: 'detached' });
    await page.getByRole('complementary').getByRole('combobox', { name: 'Fields' }).fill('E-mail');
    await page.getByRole('option', { name: /^Client e-mail/i }).click();
    await page.locator('[data-step="callWebhook-1"]').filter({ hasText: 'hooks.example.com' }).waitFor();
    expect((await draft()).definition.steps).toMatchObject([
      { url: 'https://hooks.example.com/cueline', fields: ['client.email'] },
    ]);
    expect(complaints).toEqual([]);
  });

  it('show a problem at its field, where the list of problems leads', async () => {
    await newWorkflow(page, stack, 'Problems');
    await add(page, 'slot:trunk:0', 'Send mail');
    await choose(page, 'To', 'An address');
    await page.getByRole('complementary').getByText('Enter an email address.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '2 problems' }).click();
    await page.getByRole('dialog').getByText('Enter an email address.').click();
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('data-field') === '/steps/0/to/address',
    );
    await page.keyboard.type('office@example.test');
    await page.getByText('Enter an email address.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '1 problem' }).waitFor();
  });

  it('write a template beside the step that sends it', async () => {
    await page.getByRole('button', { name: 'New template' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('To the office');
    await page.keyboard.press('Enter');
    const editor = page.getByRole('dialog', { name: 'Template' });
    await editor.getByLabel('HTML of the email').fill('<p>{{ client.fistName }}</p>');
    await editor.getByRole('group', { name: 'Problems of the template' }).getByText('fistName').waitFor();
    await editor.getByLabel('HTML of the email').fill('<p>For ');
    await editor
      .getByRole('button', { name: /First name/ })
      .first()
      .click();
    await editor
      .frameLocator('iframe')
      .getByText(/^For\b/)
      .waitFor();
    await editor.getByRole('button', { name: 'Save' }).click();
    await editor.getByText('Saved', { exact: true }).waitFor();
    await editor.getByRole('button', { name: 'Close' }).click();
    await page.locator('[data-step="sendMail-1"]').filter({ hasText: 'To the office' }).waitFor();
    await page.getByRole('button', { name: /problem/ }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('say when somebody else has saved a template meanwhile, and lose neither', async () => {
    await page.goto(`${stack.urls.api}/templates`);
    await page.getByLabel('Search templates').fill('office');
    await page.getByRole('row', { name: /To the office.*1 workflow/ }).waitFor();
    await page.getByRole('link', { name: 'To the office' }).click();
    await page.getByLabel('Subject').fill('Mine');
    const address = `${stack.urls.api}/api/v1/templates/${page.url().split('/').at(-1)}`;
    const { revision } = (await (await page.request.get(address)).json()) as { revision: number };
    const theirs = await page.request.patch(address, {
      data: { subject: 'Theirs' },
      headers: { 'if-match': `"${revision}"`, origin: stack.urls.api },
    });
    expect(theirs.status()).toBe(200);
    await page.keyboard.press('Control+s');
    await page.getByText('Yours differs in: Subject.').waitFor();
    await page.getByRole('button', { name: 'Take theirs, drop mine' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[value="Theirs"]') !== null,
    );
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('wait for a busy server, and are called unsaved meanwhile', async () => {
    await newWorkflow(page, stack, 'Busy');
    await add(page, 'slot:trunk:0', 'Wait');
    await saved(page);
    let refused = 0;
    await page.route('**/operations', async (route) => {
      if (refused++ > 0) return route.continue();
      await route.fulfill({
        status: 503,
        headers: { 'content-type': 'application/problem+json', 'retry-after': '3' },
        body: JSON.stringify({
          code: 'server.busy',
          status: 503,
          title: 'Too much is waiting at the moment',
        }),
      });
    });
    await page.getByLabel('Name', { exact: true }).fill('Patient');
    await page.getByText('Not saved yet: Cueline is busy').waitFor();
    await saved(page);
    await page.unroute('**/operations');
    expect(JSON.stringify(await draft())).toContain('"Patient"');
    expect(complaints).toEqual([expect.stringMatching(/^503 .*operations$/)]);
  });
});
