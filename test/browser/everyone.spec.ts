import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { caughtMails } from '@cueline/testkit/api-client';
import { Stack } from '@cueline/testkit/stack';
import { until } from '@cueline/testkit/until';
import { anotherMember } from './another-member.js';
import { barriers, overflow } from './barriers.js';
import { englishTexts } from './english-texts.js';
import { holdMails, signInRefused } from './held-mails.js';
import { launch, signedIn } from './page.js';

jest.setTimeout(180_000);

let browser: Browser;
let stack: Stack;
beforeAll(async () => {
  [browser, stack] = await Promise.all([launch(), Stack.start()]);
  await holdMails(stack.urls.database, {
    group: 'account:platform',
    cause: 'account',
    reason: signInRefused,
    to: ['Alma', 'Bo'],
  });
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const views = [
  { name: 'light, on a laptop', options: { colorScheme: 'light' as const } },
  { name: 'dark, on a laptop', options: { colorScheme: 'dark' as const } },
  {
    name: 'dark, on a phone',
    options: { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 }, hasTouch: true },
  },
];

/** The pages that a member goes to. */
const pages = [
  '/workflows',
  '/runs',
  '/templates',
  '/clients',
  '/bookings',
  '/projects',
  '/inquiries',
  '/invoices',
  '/vendors',
  '/staff',
  '/mails',
  '/approvals',
  '/outbox',
  '/outbox?box=held',
  '/tasks',
  '/email-accounts',
  '/email-accounts/new',
  '/team',
  '/settings/brand',
  '/settings/dont-email',
  '/account',
];

describe.each(views)('$name', ({ options }) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await signedIn(browser, stack, { ...options, reducedMotion: 'reduce' }));
  });

  it.each([...pages, '/forgot-password', '/reset-password#token=none', '/invitation#token=none'])(
    '%s has no barrier',
    async (path) => {
      await page.goto(`${stack.urls.api}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByLabel('Loading').first().waitFor({ state: 'detached' });
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    },
  );

  it('a template’s page has no barrier, with and without problems', async () => {
    await page.goto(`${stack.urls.api}/templates`);
    await page.getByRole('link', { name: 'Booking welcome: wedding' }).click();
    await page.getByRole('textbox', { name: 'HTML of the email' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByLabel('Subject').fill('Dear {{ client.fistName }}');
    await page.getByRole('region', { name: 'Problems of the template' }).getByText('fistName').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByText('Design', { exact: true }).click();
    await page.getByTitle('Preview of the email').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('the editor of an email has no barrier: its text, a menu, the settings of a chip and of a block', async () => {
    await page.goto(`${stack.urls.api}/templates`);
    await page.getByRole('button', { name: 'New template' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('For everyone');
    await page.keyboard.press('Enter');
    const email = page.getByRole('textbox', { name: 'Text of the email' });
    await email.waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await email.focus();
    await page.keyboard.type('/');
    await page.getByRole('option', { name: 'Columns' }).waitFor();
    expect(await barriers(page, '[data-insert-menu]')).toEqual([]);
    await page.keyboard.type('details');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Row 1' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await email.getByLabel('Field Client first name').click();
    await page.getByRole('group', { name: 'Settings of First name' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByText('Saved', { exact: true }).waitFor();
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

describe('a member who reads German', () => {
  let page: Page;
  let member: { email: string; password: string };
  const english = englishTexts();
  /** What is read on the page, and by those who do not see it. */
  const spoken = () =>
    page.evaluate(() => {
      const shown = document.body.innerText.split('\n');
      const named = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap(
        (element) => ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
      );
      return [...shown, ...named].map((text) => text.trim()).filter(Boolean);
    });
  const inEnglish = async () => [...new Set((await spoken()).filter((text) => english.has(text)))];
  const signInAs = async (heading: string) => {
    const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
    page = await context.newPage();
    await page.goto(stack.urls.api);
    await page.getByLabel('Email').fill(member.email);
    await page.getByLabel('Password').first().fill(member.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: heading }).waitFor();
  };

  it('chooses it once, and has it in every browser', async () => {
    member = await anotherMember(stack);
    await signInAs('Workflows');
    await page.goto(`${stack.urls.api}/account`);
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: 'Dein Konto' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await signInAs('Abläufe');
  });

  it.each(pages)('%s says nothing in English', async (path) => {
    await page.goto(`${stack.urls.api}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByLabel('Wird geladen').first().waitFor({ state: 'detached' });
    expect(await inEnglish()).toEqual([]);
  });

  it('nor do the builder, a step’s settings, the picker and a template', async () => {
    await page.goto(`${stack.urls.api}/workflows`);
    await page
      .getByText(/^Wenn eine Buchung angelegt wird/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Welcome new bookings' }).click();
    await page
      .locator('[data-step="trigger"]')
      .filter({ hasText: 'Wenn eine Buchung angelegt wird' })
      .waitFor();
    expect(await inEnglish()).toEqual([]);
    await page.locator('[data-step="kind"]').click();
    await page.getByText('Genommen wird der erste Weg').waitFor();
    expect(await inEnglish()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('Genommen wird der erste Weg').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Schritt am Anfang hinzufügen', exact: true }).click();
    await page.getByRole('option', { name: /^Auf Ereignis warten/ }).waitFor();
    expect(await inEnglish()).toEqual([]);
    await page.goto(`${stack.urls.api}/templates`);
    await page.getByRole('link', { name: 'Booking welcome: wedding' }).click();
    await page.getByRole('textbox', { name: 'HTML der E-Mail' }).waitFor();
    expect(await inEnglish()).toEqual([]);
    await page.goto(`${stack.urls.api}/templates`);
    await page.getByRole('button', { name: 'Neue Vorlage' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Für alle');
    await page.keyboard.press('Enter');
    const email = page.getByRole('textbox', { name: 'Text der E-Mail' });
    await email.focus();
    await page.keyboard.type('/');
    await page.getByRole('option', { name: 'Trennlinie' }).waitFor();
    expect(await inEnglish()).toEqual([]);
  });
});

it('the sign-in has no barrier, and says when email and password do not fit', async () => {
  const page = await browser.newPage();
  await page.goto(stack.urls.api);
  await page.getByLabel('Email').fill('owner@sample.cueline.test');
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Password').first().fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('isn’t right').waitFor();
  expect(await barriers(page)).toEqual([]);
});

it('an invited person comes in by the email alone, and sets a forgotten password by another', async () => {
  const [email, own, next] = ['mara@people.test', 'a password of my own', 'another of my own'];
  const { page: team } = await signedIn(browser, stack);
  await team.goto(`${stack.urls.api}/team`);
  await team.getByRole('button', { name: 'Invite a person' }).click();
  await team.getByLabel('Email').fill(email);
  await team.getByLabel('Name (optional)').fill('Mara Lind');
  await team.getByRole('button', { name: 'Send the invitation' }).click();
  await team.getByText('Invited by Robin Sunday').waitFor();

  const page = await (await browser.newContext()).newPage();
  await page.goto(await linkTo(email, 'invites you'));
  await page.getByRole('heading', { name: 'Join Sunday Studio' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.locator('input[type=password]').fill(own);
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
  await page.getByRole('heading', { name: 'Workflows' }).waitFor();
  expect(await page.getByRole('link', { name: 'Team' }).count()).toBe(0);

  const desk = await (await browser.newContext()).newPage();
  await desk.goto(stack.urls.api);
  await desk.getByRole('link', { name: 'Forgot your password?' }).click();
  await desk.getByLabel('Email').fill(email);
  await desk.getByRole('button', { name: 'Send the link' }).click();
  await desk.getByText('Look into your inbox').waitFor();
  await desk.goto(await linkTo(email, 'Set a new password'));
  await desk.locator('input[type=password]').fill(next);
  await desk.getByRole('button', { name: 'Set the password' }).click();
  await desk.getByRole('heading', { name: 'Your password is set' }).waitFor();
  await desk.locator('input[type=password]').fill(next);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('heading', { name: 'Workflows' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await linkTo(email, 'was changed', '/forgot-password');
});

/** The link in the newest mail with this subject. */
async function linkTo(email: string, subject: string, page = '#token='): Promise<string> {
  let link: string | undefined;
  await until(`a mail “${subject}” to ${email}`, async () => {
    const mail = (await caughtMails(stack)).items.find(
      (one) => one.to.includes(email) && one.subject.includes(subject),
    );
    if (!mail) return false;
    const { text } = (await (await fetch(`${stack.urls.catcher}/messages/${mail.id}`)).json()) as {
      text: string;
    };
    link = text.split(/\s+/).find((word) => word.startsWith('http') && word.includes(page));
    return link !== undefined;
  });
  return link!;
}
