import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { Stack } from '@cueline/testkit/stack';
import { launch, signedIn, type Visit } from './page.js';

export interface BrowserSuite extends Visit {
  readonly stack: Stack;
}

/** Gives all tests of a suite one product and one page on it, signed in as its owner. */
export function browserSuite(options: BrowserContextOptions = {}): BrowserSuite {
  const suite = {} as BrowserSuite;
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch();
    const stack = await Stack.start();
    Object.assign(suite, { stack }, await signedIn(browser, stack, options));
  });
  afterAll(async () => {
    await browser?.close();
    await suite.stack?.stop();
  });
  return suite;
}
