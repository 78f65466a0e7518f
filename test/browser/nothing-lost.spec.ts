import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import pg from 'pg';
import { Stack } from '../support/stack.js';
import { until } from '../support/until.js';
import { add, newWorkflow, saved } from './builder.js';
import { launch, signedIn } from './page.js';

jest.setTimeout(180_000);

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** The owner in another browser. */
let owner: BrowserContext;
let signIn: Awaited<ReturnType<BrowserContext['storageState']>>;
beforeAll(async () => {
  browser = await launch();
  stack = await Stack.start();
  const visit = await signedIn(browser, stack);
  owner = visit.page.context();
  signIn = await owner.storageState();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, storageState: signIn });
  page = await context.newPage();
});
afterEach(() => context.close());
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

interface Draft {
  readonly revision: number;
  readonly publishedVersion: number | null;
  readonly definition: { readonly steps: { readonly id: string; readonly name?: string }[] };
}

/** The workflow as the server has it, whoever is signed in on the page. */
async function onServer(id: string): Promise<Draft> {
  const answer = await owner.request.get(`${stack.urls.api}/api/v1/workflows/${id}`);
  return (await answer.json()) as Draft;
}

async function elsewhere(id: string, ...operations: object[]): Promise<void> {
  const { revision } = await onServer(id);
  const answer = await owner.request.post(`${stack.urls.api}/api/v1/workflows/${id}/operations`, {
    headers: { origin: stack.urls.api, 'if-match': `"${revision}"` },
    data: { operations },
  });
  expect(answer.status()).toBe(200);
}

/** Waits until the code of a page is there, and of all that it imports, before anybody goes to it. */
const fetchedAhead = (name: string) =>
  page.waitForFunction((part) => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const there = entries.filter(({ responseEnd }) => responseEnd > 0).map((entry) => entry.name);
    const wanted = [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')];
    return there.some((url) => url.includes(`/${part}-`)) && wanted.every(({ href }) => there.includes(href));
  }, name);
const idOf = (at: Page) => at.url().split('/').at(-1)!;
const nameOf = async (id: string) => (await onServer(id)).definition.steps[0]?.name;
const nameField = (at: Page) => at.getByLabel('Name', { exact: true });
const rename = (stepId: string, name: string) => ({ type: 'updateStep', stepId, set: { name } });

/** A workflow of one wait, its form open. */
async function oneWait(name: string): Promise<string> {
  await newWorkflow(page, stack, name);
  await add(page, 'slot:trunk:0', 'Wait');
  await saved(page);
  return idOf(page);
}

const signInAgain = async (at: Page, password = stack.ownerPassword) => {
  const dialog = at.getByRole('dialog');
  await dialog.getByText('Sign in to keep your changes.').waitFor();
  await dialog.locator('input[type="password"]').fill(password);
  await at.keyboard.press('Enter');
};

describe('an edit', () => {
  it('is kept when the session ends while somebody types, and saved after the sign-in, with everything to undo', async () => {
    const id = await oneWait('Session ends');
    await nameField(page).fill('Before');
    await saved(page);
    await context.clearCookies();
    await nameField(page).pressSequentially(', and after');
    await page.getByText('Not saved: signed out').waitFor();
    expect(await nameField(page).inputValue()).toBe('Before, and after');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await page.locator('.mantine-Notification-root').count()).toBe(0);
    expect(await nameOf(id)).toBe('Before');

    await signInAgain(page);
    await saved(page);
    expect(await nameOf(id)).toBe('Before, and after');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await saved(page);
    expect((await onServer(id)).definition.steps).toEqual([]);
  });

  it('is sent for nobody else who signs in', async () => {
    const id = await oneWait('Somebody else');
    const other = await anotherMember();
    await context.clearCookies();
    await nameField(page).fill('Mine');
    await page.getByText('Not saved: signed out').waitFor();
    await context.request.post(`${stack.urls.api}/api/auth/sign-in/email`, {
      data: other,
      headers: { origin: stack.urls.api },
    });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('dialog').getByText(`${other.email} is signed in now.`).waitFor();
    expect(await nameOf(id)).toBeUndefined();
    await page.getByRole('dialog').locator('input[type="password"]').fill(stack.ownerPassword);
    await page.keyboard.press('Enter');
    await saved(page);
    expect(await nameOf(id)).toBe('Mine');
  });

  it('made offline survives another page and comes to the server once', async () => {
    const id = await oneWait('Offline and back');
    await fetchedAhead('templates-page');
    await context.setOffline(true);
    await nameField(page).fill('Offline');
    await page.getByText('Not saved: offline').waitFor();
    await page.getByText('You’re offline. Changes are kept here and saved when you’re back.').waitFor();
    await page.getByRole('link', { name: 'Templates' }).click();
    await page.getByRole('heading', { name: 'Templates' }).waitFor();
    await page.goBack();
    await page.locator('[data-step="wait-1"]').filter({ hasText: 'Offline' }).waitFor();
    await page.getByText('Not saved: offline').waitFor();
    const { revision } = await onServer(id);
    await context.setOffline(false);
    await saved(page);
    expect(await onServer(id)).toMatchObject({ revision: revision + 1 });
    expect(await nameOf(id)).toBe('Offline');
  });

  it('of a window that was closed offline is offered again, and taken once by two windows', async () => {
    const id = await oneWait('Closed offline');
    await context.setOffline(true);
    await nameField(page).fill('Kept in the browser');
    await page.getByText('Not saved: offline').waitFor();
    const address = page.url();
    const closing = page;
    page = await context.newPage();
    // While the other window is open its changes are its own.
    await context.setOffline(false);
    await context.setOffline(true);
    await closing.close();
    await context.setOffline(false);
    const second = await context.newPage();
    await Promise.all([page.goto(address), second.goto(address)]);
    const offer = (at: Page) => at.getByText(/^You have unsaved changes from/);
    await Promise.all([offer(page).waitFor(), offer(second).waitFor()]);
    expect(await nameOf(id)).toBeUndefined();
    const { revision } = await onServer(id);
    const keep = (at: Page) => at.getByRole('button', { name: 'Keep them' }).click();
    await Promise.all([keep(page), keep(second)]);
    await until('the edit is on the server', async () => (await nameOf(id)) === 'Kept in the browser');
    await offer(page).waitFor({ state: 'detached' });
    await offer(second).waitFor({ state: 'detached' });
    await Promise.all([saved(page), saved(second)]);
    expect((await onServer(id)).revision).toBe(revision + 1);
    await second.close();
    await page.reload();
    await page.locator('[data-step="wait-1"]').filter({ hasText: 'Kept in the browser' }).waitFor();
    expect(await offer(page).count()).toBe(0);
  });

  it('of a setting that another window has written waits for a choice, and tells the other when its text was replaced', async () => {
    const id = await oneWait('Two windows');
    await page.route('**/operations', (route) => route.abort());
    await nameField(page).fill('Mine');
    await page.getByText('Not saved: offline').waitFor();
    await elsewhere(id, rename('wait-1', 'Theirs'));
    await page.unroute('**/operations');
    const conflict = page.getByRole('alert').filter({ hasText: 'Changed in another window' });
    await conflict.getByText('Theirs', { exact: true }).waitFor();
    await conflict.getByText('Mine', { exact: true }).waitFor();
    expect(await nameOf(id)).toBe('Theirs');
    await conflict.getByRole('button', { name: 'Keep yours' }).click();
    await saved(page);
    expect(await nameOf(id)).toBe('Mine');

    await elsewhere(id, rename('wait-1', 'Theirs again'));
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await conflict.getByText('Theirs again').waitFor();
    expect(await nameField(page).inputValue()).toBe('Theirs again');
    await conflict.getByRole('button', { name: 'Take theirs' }).click();
    await conflict.waitFor({ state: 'detached' });

    await elsewhere(id, { type: 'removeStep', stepId: 'wait-1' });
    await nameField(page).fill('Too late');
    await page.getByText('The step you were editing was deleted in another window').waitFor();
    await page.getByRole('button', { name: 'Copy the text' }).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  });

  it('outlives an upgrade of the server: the page says so, and loads itself again once all is saved', async () => {
    const id = await oneWait('Upgrade');
    await page.route('**/api/**', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, headers: { ...answer.headers(), 'x-cueline-build': 'feed' } });
    });
    await page.route('**/operations', (route) => route.abort());
    await nameField(page).fill('Written by the old page');
    await page.getByText('Not saved: offline').waitFor();
    await page.unroute('**/operations');
    await page.getByText('A new version is there.').waitFor();
    await saved(page);
    expect(await nameOf(id)).toBe('Written by the old page');
    expect(await nameField(page).inputValue()).toBe('Written by the old page');
    await page.evaluate(() => void Object.assign(window, { old: true }));
    await page.unroute('**/api/**');
    await page.getByRole('link', { name: 'Clients' }).click();
    await page.getByRole('heading', { name: 'Clients' }).waitFor();
    await page.waitForFunction(() => !('old' in window));
  });
});

describe('publishing', () => {
  const openDialog = async () => {
    await page.getByRole('button', { name: 'Publish' }).click();
    return page.getByRole('dialog');
  };
  let id: string;
  beforeEach(async () => {
    id = await oneWait('Publish');
  });

  it('that was given up offline does not happen when the network is back', async () => {
    const dialog = await openDialog();
    await dialog.getByText(/as it is shown here/).waitFor();
    await context.setOffline(true);
    await dialog.getByText('You’re offline').waitFor();
    expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await nameField(page).fill('Offline');
    await page.getByText('Not saved: offline').waitFor();
    expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    await context.setOffline(false);
    await saved(page);
    expect(await onServer(id)).toMatchObject({ publishedVersion: null });
  });

  it('whose answer is lost is looked up, and done once', async () => {
    const dialog = await openDialog();
    await dialog.getByText(/as it is shown here/).waitFor();
    let requests = 0;
    await page.route('**/publish', async (route) => {
      requests++;
      await route.fetch();
      await route.abort();
    });
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version 1 is live').waitFor();
    expect(requests).toBe(1);
    await page.unroute('**/publish');
    await nameField(page).fill('Later');
    await saved(page);
    await page.getByText('Unpublished changes').waitFor();
  });

  it('publishes what was shown: a draft that has changed elsewhere is shown first', async () => {
    const dialog = await openDialog();
    await dialog.getByText(/as it is shown here/).waitFor();
    await elsewhere(id, rename('wait-1', 'Theirs'));
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('The draft has changed since this was shown').waitFor();
    expect(await onServer(id)).toMatchObject({ publishedVersion: null });
    await dialog.getByRole('button', { name: 'Show what is published now' }).click();
    await dialog.getByText(/as it is shown here/).waitFor();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version 1 is live').waitFor();
  });
});

/** Somebody of the same studio, who may sign in. */
async function anotherMember(): Promise<{ email: string; password: string }> {
  const database = new pg.Client(stack.urls.database);
  await database.connect();
  try {
    await database.query(`
      WITH owner AS (SELECT id FROM users WHERE email = 'owner@sample.cueline.test'),
        noah AS (INSERT INTO users (id, name, email, email_verified, updated_at)
          VALUES ('noah', 'Noah', 'noah@sample.cueline.test', true, now()) RETURNING id),
        sign_in AS (INSERT INTO auth_accounts (id, account_id, provider_id, user_id, password, updated_at)
          SELECT 'noah', 'noah', a.provider_id, noah.id, a.password, now() FROM noah, auth_accounts a, owner WHERE a.user_id = owner.id)
      INSERT INTO members (id, studio_id, user_id, role)
        SELECT gen_random_uuid(), m.studio_id, noah.id, 'admin' FROM noah, members m, owner WHERE m.user_id = owner.id`);
  } finally {
    await database.end();
  }
  return { email: 'noah@sample.cueline.test', password: stack.ownerPassword };
}
