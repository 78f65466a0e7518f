import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { kinds, type Step } from '@cueline/workflows';
import type { Browser, Page } from 'playwright-core';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { bookedRuns, pauseAll } from '@cueline/testkit/booked-runs';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { holdMails, signInRefused } from './held-mails.js';
import { launch, signedIn } from './page.js';

jest.setTimeout(240_000);

let stack: Stack;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
let automation: Automation;
let started: ReturnType<typeof bookedRuns>['started'];
let mail: ReturnType<typeof bookedRuns>['mail'];

beforeAll(async () => {
  browser = await launch();
  stack = await Stack.start();
  automation = automationOf(await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword));
  ({ started, mail } = bookedRuns(stack, automation));
  await pauseAll(automation);
  ({ page, complaints } = await signedIn(browser, stack, { reducedMotion: 'reduce' }));
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const QUESTION = 'Shall Alma have the album?';
async function approvalStep(): Promise<Step> {
  return {
    ...kinds.approve.defaults('ask'),
    question: QUESTION,
    paths: [
      { id: 'approved', name: 'Approved', steps: [await mail('yes', 'Your album')] },
      { id: 'declined', name: 'Declined', steps: [await mail('no', 'Sorry')] },
      { id: 'noAnswer', name: 'No answer', steps: [] },
    ],
  };
}
const card = (name: string) => page.getByRole('article', { name });
const toApprovals = () => page.goto(`${stack.urls.api}/approvals`);

describe('a question', () => {
  it('is found among the approvals and answered there', async () => {
    const run = await started(await approvalStep());
    await toApprovals();
    await card(QUESTION).getByText('about Alma').waitFor();
    await page.getByRole('link', { name: /^Approvals 1 open/ }).waitFor();
    await card(QUESTION).getByLabel('Note (optional)').fill('She may');
    await card(QUESTION).getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Nothing waits for your answer.').waitFor();
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Your album']);
    await page.getByText('Approved', { exact: true }).click();
    await card(QUESTION).getByText('She may').waitFor();
    expect(page.url()).toContain('state=approved');
  });

  it('is answered on its run, where its email leads', async () => {
    const run = await started(await approvalStep());
    await page.goto(`${stack.urls.api}/runs/${run.id}`);
    await card(QUESTION).getByRole('button', { name: 'Decline' }).click();
    await card(QUESTION).waitFor({ state: 'detached' });
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Sorry']);
  });

  it('says who was quicker', async () => {
    const run = await started(await approvalStep());
    // The page does not hear of the other's answer before ours is sent.
    await page.route('**/api/v1/runs/stream*', (route) => route.abort());
    await toApprovals();
    await card(QUESTION).waitFor();
    const { items } = await automation.said<{ items: { id: string }[] }>('GET', `approvals?runId=${run.id}`);
    await automation.said('POST', `approvals/${items[0]!.id}/decline`, {});
    await card(QUESTION).getByRole('button', { name: 'Approve' }).click();
    await page.getByText('has declined it already').waitFor();
    await card(QUESTION).waitFor({ state: 'detached' });
    await page.unroute('**/api/v1/runs/stream*');
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Sorry']);
  });
});

describe('an email that somebody looks at first', () => {
  it('is shown as it would be, changed for this one, and leaves so', async () => {
    const run = await started({
      ...(await mail('look', 'Dear {{ client.firstName }}')),
      approval: {},
    });
    await toApprovals();
    const article = card('Send this to Alma?');
    await article.getByText('Dear Alma', { exact: true }).waitFor();
    await article.getByRole('button', { name: 'Edit' }).click();
    await article.getByLabel('Subject').fill('Hello {{ client.fistName }}');
    await article.getByText('Fix this before it can be sent.').waitFor();
    expect(await article.getByRole('button', { name: 'Approve and send' }).isDisabled()).toBe(true);
    await article.getByLabel('Subject').fill('Hello {{ client.firstName }}');
    await article.getByText('Hello Alma', { exact: true }).waitFor();
    await article.getByRole('button', { name: 'Approve and send' }).click();
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello Alma']);
  });
});

describe('a task', () => {
  it('that a workflow made is found, done and opened again', async () => {
    const run = await started({
      ...kinds.createTask.defaults('task'),
      title: 'Pack the second camera for {{ client.firstName }}',
    });
    await run.becomes('completed');
    await page.goto(`${stack.urls.api}/tasks`);
    const row = page.getByRole('row', { name: /Pack the second camera for Alma/ });
    await row.getByRole('button', { name: /^Done: Pack/ }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByText('Done', { exact: true }).click();
    await row.getByRole('button', { name: /^Reopen: Pack/ }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByText('Open', { exact: true }).click();
    await row.waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('an email written by hand', () => {
  let address: string;
  const open = async () => {
    await page.goto(`${stack.urls.api}/clients`);
    await page.getByRole('link', { name: 'Hanna Berg' }).click();
    await page.getByRole('heading', { name: 'Hanna Berg' }).waitFor();
    await page.getByRole('button', { name: 'Email Hanna' }).click();
    await text().waitFor();
  };
  const writing = () => page.getByRole('dialog');
  const text = () => writing().getByRole('textbox', { name: 'Text of the email' });

  it('is kept while it is written, scheduled, and called back from the outbox', async () => {
    address = 'hanna@clients.test';
    await automation.said('POST', 'clients', { firstName: 'Hanna', lastName: 'Berg', email: address });
    await open();
    await writing().getByText(address).first().waitFor();
    await writing().getByRole('textbox', { name: 'Subject' }).click();
    await page.keyboard.type('Your day, {first');
    await page.getByRole('option', { name: /^First name/ }).waitFor();
    await page.keyboard.press('Enter');
    await text().locator('p').first().click();
    await page.keyboard.type('See you soon.');
    await writing().getByText('Your day, Hanna', { exact: true }).waitFor();
    await writing().getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Email Hanna' }).click();
    await page.getByText('Your day, Hanna', { exact: true }).waitFor();
    await text().getByText('See you soon.').waitFor();

    await writing().getByRole('button', { name: 'Send later' }).click();
    await page.getByLabel('When it leaves').fill('2031-06-12T09:00');
    await page.getByText('Leaves 12 Jun 2031, 09:00').waitFor();
    await page.getByRole('button', { name: 'Schedule' }).click();
    await page.getByText('Scheduled for 12 Jun 2031, 09:00.').waitFor();

    await page.goto(`${stack.urls.api}/outbox`);
    await page.getByRole('button', { name: 'Cancel: Your day, Hanna' }).click();
    await page.getByText('Nothing scheduled.').waitFor();
    await page.getByRole('tab', { name: 'Failed' }).click();
    await page.getByText('decided that this mail is not sent').first().waitFor();
    expect(page.url()).toContain('box=failed');
    expect(complaints).toEqual([]);
  });
});

describe('held emails', () => {
  const held = (name: string) => page.getByRole('region', { name });
  const ACCOUNT = 'The sending account has a problem';
  const STRANGERS = 'Many automatic answers to new addresses';

  it('are counted and shown by their causes, and decided by keyboard alone', async () => {
    const reason = { code: 'mail.manyFirstContacts', params: { limit: 50 } };
    await holdMails(stack.urls.database, {
      group: 'account:platform',
      cause: 'account',
      reason: signInRefused,
      to: ['Alma', 'Bo', 'Cy'],
    });
    await holdMails(stack.urls.database, {
      group: 'first-contacts',
      cause: 'firstContacts',
      reason,
      to: ['Di', 'Ed'],
    });
    await page.goto(`${stack.urls.api}/outbox?box=held`);
    await page.getByRole('link', { name: /^Outbox 5 held/ }).waitFor();
    await held(ACCOUNT)
      .getByText(/535 5\.7\.8/)
      .waitFor();
    await held(STRANGERS).getByText('2 emails held').waitFor();

    await held(STRANGERS).getByRole('button', { name: 'Do not send them' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('These 2 emails are not sent, now or later.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('2 emails are not sent. The workflows go on.').waitFor();
    await held(STRANGERS).waitFor({ state: 'detached' });

    await held(ACCOUNT).getByRole('button', { name: 'Show the emails' }).focus();
    await page.keyboard.press('Enter');
    await held(ACCOUNT).getByLabel('Choose the email to Bo').focus();
    await page.keyboard.press('Space');
    await held(ACCOUNT).getByRole('button', { name: 'Do not send 1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('This email is not sent, now or later.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await held(ACCOUNT).getByText('2 emails held').waitFor();
    await held(ACCOUNT).getByLabel('Choose the email to Bo').waitFor({ state: 'detached' });

    await held(ACCOUNT).getByRole('button', { name: 'Release all 2' }).click();
    await page.getByRole('dialog').getByText('One of the 2 emails is tried now.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click();
    await page.getByText('One email is tried now. The others follow when it is accepted.').waitFor();
    expect(complaints).toEqual([]);
  });
});
