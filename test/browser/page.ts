import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { required } from '@cueline/testkit/required-env';
import type { Stack } from '@cueline/testkit/stack';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: required('TEST_CHROMIUM_PATH'), args: quiet });

export interface Visit {
  readonly page: Page;
  /** What the page itself complained about. */
  readonly complaints: readonly string[];
}

/** A new page on the product, signed in as the sample studio's owner. */
export async function signedIn(
  browser: Browser,
  stack: Pick<Stack, 'urls' | 'ownerPassword'>,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(stack.urls.api);
  await page.getByLabel('Email').fill('owner@sample.cueline.test');
  await page.getByLabel('Password').first().fill(stack.ownerPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Workflows' }).waitFor();
  return { page, complaints };
}

/** Waits until the code of a page is there, and of all that it imports, before anybody goes to it. */
export const fetchedAhead = (page: Page, name: string) =>
  page.waitForFunction((part) => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const there = entries.filter(({ responseEnd }) => responseEnd > 0).map((entry) => entry.name);
    const wanted = [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')];
    return there.some((url) => url.includes(`/${part}-`)) && wanted.every(({ href }) => there.includes(href));
  }, name);
