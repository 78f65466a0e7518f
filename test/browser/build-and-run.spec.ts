import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Stack } from '@cueline/testkit/stack';
import { add, choose, newWorkflow, saved } from './builder.js';
import { launch, signedIn, type Visit } from './page.js';

jest.setTimeout(180_000);

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  stack = await Stack.start();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('an owner', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await signedIn(browser, stack);
  });

  it('builds a workflow, publishes it, and watches a booking become a mail', async () => {
    const { page } = visit;
    await newWorkflow(page, stack, 'Confirmed bookings');
    await page.locator('[data-step="trigger"]').click();
    await choose(page, 'Starts when', 'A booking is confirmed');

    await add(page, 'slot:trunk:0', 'Decide');
    await page.getByRole('button', { name: 'Add a comparison' }).click();
    await expectText(page, '[data-step="decide-1"]', 'Decide: Yes, Otherwise');
    await add(page, 'slot:decide-1/yes:0', 'Wait');
    await page.getByLabel('How long').fill('2');
    await choose(page, 'Unit', 'seconds');
    await add(page, 'slot:decide-1/yes:1', 'Send mail');
    await choose(page, 'Template', 'Booking welcome: wedding');
    await add(page, 'slot:decide-1/otherwise:0', 'End');
    await saved(page);

    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version 1 is live').waitFor();

    await bookAndConfirm(page, 'Wedding of Mara and Elis II');
    await page.goto(`${stack.urls.api}/runs`);
    await page.getByText('Confirmed bookings, version 1').waitFor();
    await page
      .getByRole('row', { name: /Confirmed bookings/ })
      .getByRole('link', { name: /Mara/ })
      .click();
    await page.locator('[data-step="sendMail-1"][data-state="done"]').waitFor();
    expect(await page.locator('[data-step="end-1"]').getAttribute('data-state')).toBe('ahead');
    await page.getByText('Sent to mara@clients.test.').waitFor();
    await page.getByText('Booking kind is Wedding: yes, it is Wedding').waitFor();

    await page.getByRole('link', { name: 'Caught emails' }).click();
    await page
      .getByRole('button', { name: /Your wedding on/ })
      .first()
      .click();
    const mail = page.frameLocator('iframe[title="The email"]');
    await mail.getByText('Wedding of Mara and Elis II').first().waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('takes an edit back and forward, with the keyboard', async () => {
    const { page } = visit;
    await openSample(page);
    const cards = page.locator('[data-step]');
    const before = await cards.count();
    await page.locator('[data-slot="slot:trunk:1"]').focus();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Search').waitFor();
    await page.keyboard.type('wait');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Wait' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focusedStep(page)).toBe('wait-1');
    expect(await cards.count()).toBe(before + 1);

    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Step 1 of 2', { exact: true }).waitFor();
    expect(await focusedStep(page)).toBe('wait-1');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expectCount(page, before);
    await page.keyboard.press('Control+Shift+z');
    await expectCount(page, before + 1);
    await page.keyboard.press('Control+z');
    await saved(page);
    expect(visit.complaints).toEqual([]);
  });

  it('removes a decision, is told what goes with it, and gets it back', async () => {
    const { page } = visit;
    await openSample(page);
    const before = await page.locator('[data-step]').count();
    await page.locator('[data-step="kind"]').click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Step removed, with 4 steps on its paths.').waitFor();
    await expectCount(page, 1);
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await expectCount(page, before);
    await saved(page);
  });

  it('keeps edits made while the server is away, and those that somebody else makes meanwhile', async () => {
    const { page } = visit;
    await openSample(page);
    await page.locator('[data-step="kind"]').click();
    await stack.kill('api');
    await page.getByLabel('Name', { exact: true }).fill('Which kind?');
    await page.getByText('Cueline can’t be reached. Changes are kept here').waitFor();
    await stack.begin('api');
    await saved(page);

    const draft = `${stack.urls.api}/api/v1/workflows/${page.url().split('/').at(-1)}`;
    const { revision } = (await (await page.request.get(draft)).json()) as { revision: number };
    const theirs = await page.request.post(`${draft}/operations`, {
      data: { operations: [{ type: 'updateStep', stepId: 'pause-wedding', set: { name: 'Theirs' } }] },
      headers: { 'if-match': `"${revision}"`, origin: stack.urls.api },
    });
    expect(theirs.status()).toBe(200);
    await page.getByLabel('Name', { exact: true }).fill('Which kind of session?');
    await page.getByText('Both changes are kept.').waitFor();
    await expectText(page, '[data-step="pause-wedding"]', 'Theirs');
    await saved(page);
    await expectText(page, '[data-step="kind"]', 'Which kind of session?');
  });

  it('says before it is published for which bookings a date starts it, and after it that nothing has changed', async () => {
    const { page } = visit;
    await newWorkflow(page, stack, 'Three days before');
    await add(page, 'slot:trunk:0', 'Wait');
    await saved(page);
    const address = `${stack.urls.api}/api/v1/workflows/${page.url().split('/').at(-1)}`;
    const { revision, definition } = (await (await page.request.get(address)).json()) as {
      revision: number;
      definition: object;
    };
    const moment = { anchor: 'booking.startsAt', offset: { amount: 3, unit: 'days', direction: 'before' } };
    const trigger = { type: 'date', moment, reentry: 'every-time' };
    const put = await page.request.put(`${address}/draft`, {
      data: { definition: { ...definition, trigger } },
      headers: { 'if-match': `"${revision}"`, origin: stack.urls.api },
    });
    expect(put.status()).toBe(200);
    await page.reload();
    await page.getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^It also starts for \d+ bookings you already have/).waitFor();
    await dialog
      .getByRole('listitem')
      .filter({ hasText: /^Tomas Brandt, / })
      .waitFor();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version 1 is live').waitFor();
    await page.locator('button[aria-description="Nothing has changed since version 1"]').waitFor();
  });

  async function openSample(page: Page): Promise<void> {
    await page.goto(`${stack.urls.api}/workflows`);
    await page.getByRole('link', { name: 'Welcome new bookings' }).click();
    await page.locator('[data-step="kind"]').waitFor();
  }

  async function bookAndConfirm(page: Page, title: string): Promise<void> {
    await page.getByRole('link', { name: 'Bookings' }).click();
    await page.getByRole('button', { name: 'New booking' }).click();
    await choose(page, 'Client', 'Mara Lindqvist');
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Starts').fill('2027-06-12T15:00');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('button', { name: `Change ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Confirm' }).click();
  }
});

const focusedStep = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-step') ?? null);

const expectCount = (page: Page, count: number) =>
  page.waitForFunction((n) => document.querySelectorAll('[data-step]').length === n, count);

const expectText = (page: Page, selector: string, text: string) =>
  page.locator(selector).filter({ hasText: text }).waitFor();
