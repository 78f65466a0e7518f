import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Stack } from '@cueline/testkit/stack';
import { until } from '@cueline/testkit/until';
import { anotherMember, signInAgain } from './another-member.js';
import { add, newWorkflow, saved } from './builder.js';
import { draftsOnServer, rename } from './drafts-on-server.js';
import { fetchedAhead, launch, signedIn } from './page.js';

jest.setTimeout(180_000);

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** The owner in another browser. */
let owner: BrowserContext;
let signIn: Awaited<ReturnType<BrowserContext['storageState']>>;
let onServer: ReturnType<typeof draftsOnServer>['onServer'];
let elsewhere: ReturnType<typeof draftsOnServer>['elsewhere'];
let nameOf: ReturnType<typeof draftsOnServer>['nameOf'];
beforeAll(async () => {
  browser = await launch();
  stack = await Stack.start();
  const visit = await signedIn(browser, stack);
  owner = visit.page.context();
  signIn = await owner.storageState();
  ({ onServer, elsewhere, nameOf } = draftsOnServer(stack, owner));
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

const idOf = (at: Page) => at.url().split('/').at(-1)!;
const nameField = (at: Page) => at.getByLabel('Name', { exact: true });

/** A workflow of one wait, its form open. */
async function oneWait(name: string): Promise<string> {
  await newWorkflow(page, stack, name);
  await add(page, 'slot:trunk:0', 'Wait');
  await saved(page);
  return idOf(page);
}

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

    await signInAgain(page, stack.ownerPassword);
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
    const other = await anotherMember(stack);
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
    await fetchedAhead(page, 'templates-page');
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

  it('that the browser does not keep says so, and the page asks before it is closed', async () => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('This window is private.', 'SecurityError');
      };
    });
    const id = await oneWait('Kept by nobody');
    expect(await page.getByText('Your last changes are only on this page').count()).toBe(0);
    await context.setOffline(true);
    await nameField(page).fill('Only here');
    await page.getByText('Your last changes are only on this page').waitFor();
    await page.getByText('lost if this page is closed before: this browser does not keep them').waitFor();
    const question = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await question;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await context.setOffline(false);
    await saved(page);
    await page.getByText('Your last changes are only on this page').waitFor({ state: 'detached' });
    expect(await nameOf(id)).toBe('Only here');
  });

  it('survives a page that could not be fetched offline, which comes by itself with the network', async () => {
    const code = /\/assets\/tasks-page-[^/]+\.js$/;
    await page.route(code, (route) => route.abort());
    const id = await oneWait('A page is missing');
    await page.evaluate(() => (document.body.dataset['same'] = 'window'));
    await context.setOffline(true);
    await nameField(page).fill('Kept meanwhile');
    await page.getByText('Not saved: offline').waitFor();
    await page.getByRole('link', { name: 'Tasks' }).click();
    await page.getByText('This page opens when you’re back.').waitFor();
    await page.unroute(code);
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Tasks' }).waitFor();
    await until('the edit is saved', async () => (await nameOf(id)) === 'Kept meanwhile');
    expect(await page.evaluate(() => document.body.dataset['same'])).toBe('window');
  });

  it('of a window that was closed offline is offered again, and taken once by two windows', async () => {
    const id = await oneWait('Closed offline');
    await context.setOffline(true);
    await nameField(page).fill('Kept in the browser');
    await page.getByText('Not saved: offline').waitFor();
    const address = page.url();
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
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
    await page.getByText('A new version is available.').waitFor();
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
