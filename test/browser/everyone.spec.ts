import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { Stack } from '../support/stack.js';
import { launch, signedIn } from './page.js';

jest.setTimeout(180_000);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** WCAG 2.2 A and AA, as far as a machine can tell. */
async function barriers(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async (selector) => {
    const run = (
      globalThis as unknown as {
        axe: { run(selector: string, options: object): Promise<{ violations: Violation[] }> };
      }
    ).axe.run;
    const { violations } = await run(selector, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations;
  }, within);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const views = [
  { name: 'light, on a laptop', options: { colorScheme: 'light' as const } },
  { name: 'dark, on a laptop', options: { colorScheme: 'dark' as const } },
  {
    name: 'dark, on a phone',
    options: { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 }, hasTouch: true },
  },
];

describe.each(views)('$name', ({ options }) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await signedIn(browser, stack, { ...options, reducedMotion: 'reduce' }));
  });

  it.each(['/workflows', '/runs', '/templates', '/clients', '/bookings', '/mails', '/approvals', '/tasks'])(
    '%s has no barrier',
    async (path) => {
      await page.goto(`${stack.urls.api}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByLabel('Loading').waitFor({ state: 'detached' });
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    },
  );

  it('a template’s page has no barrier, with and without problems', async () => {
    await page.goto(`${stack.urls.api}/templates`);
    await page.getByRole('link', { name: 'Booking welcome: wedding' }).click();
    await page.getByTitle('Preview of the mail').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByLabel('Subject').fill('Dear {{ client.fistName }}');
    await page.getByRole('group', { name: 'Problems of the template' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('the builder has no barrier: canvas, outline, a step’s settings, the picker', async () => {
    await page.goto(`${stack.urls.api}/workflows`);
    await page.getByRole('link', { name: 'Welcome new bookings' }).click();
    for (const mode of ['Canvas', 'Outline']) {
      await page.getByText(mode, { exact: true }).click();
      await page.locator('[data-step="kind"]').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await page.locator('[data-step="kind"]').click();
    await page.getByText('The first path whose condition holds').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change this comparison' }).click();
    await page.getByRole('menuitem', { name: 'Move up' }).waitFor();
    expect(await barriers(page, '[role=menu]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Move up' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByText('The first path whose condition holds').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add a step at the start', exact: true }).click();
    await page.getByPlaceholder('Search').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

it('the sign-in has no barrier, and says when mail address and password do not fit', async () => {
  const page = await browser.newPage();
  await page.goto(stack.urls.api);
  await page.getByLabel('Mail address').fill('owner@sample.cueline.test');
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Password').first().fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('isn’t right').waitFor();
  expect(await barriers(page)).toEqual([]);
});
