import { describe, expect, it, jest } from '@jest/globals';
import { caughtMails } from '@cueline/testkit/api-client';
import { add, choose, newWorkflow, saved } from './builder.js';
import { browserSuite } from './browser-suite.js';

jest.setTimeout(180_000);

const suite = browserSuite();

/** The draft as the server has it. */
async function draft(): Promise<{ definition: { steps: { paths: { when?: object }[] }[] } }> {
  await saved(suite.page);
  const answer = await suite.page.request.get(
    `${suite.stack.urls.api}/api/v1/workflows/${suite.page.url().split('/').at(-1)}`,
  );
  return (await answer.json()) as Awaited<ReturnType<typeof draft>>;
}

/** Of the template whose page is open. */
const templateAddress = () =>
  `${suite.stack.urls.api}/api/v1/templates/${suite.page.url().split('/').at(-1)}`;

const focusedField = () =>
  suite.page.evaluate(
    () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null,
  );

describe('the forms of steps', () => {
  it('edit a condition of groups inside groups, by keyboard alone', async () => {
    await newWorkflow(suite.page, suite.stack, 'Groups');
    await add(suite.page, 'slot:trunk:0', 'Decide');
    await suite.page.getByRole('button', { name: 'Add a comparison' }).focus();
    await suite.page.keyboard.press('Enter');
    await suite.page.getByRole('combobox', { name: 'Field' }).waitFor();
    await suite.page.getByRole('button', { name: 'Add a group' }).focus();
    await suite.page.keyboard.press('Enter');
    await suite.page.getByRole('combobox', { name: 'Field' }).nth(1).waitFor();
    expect(await focusedField()).toBe('/steps/0/paths/0/when/all/1/any/0/field');

    await suite.page.keyboard.press('Alt+ArrowUp');
    await suite.page.getByText('Number 2 of 2', { exact: true }).waitFor();
    expect(await focusedField()).toBe('/steps/0/paths/0/when/all/1/field');
    await suite.page.keyboard.type('Location');
    await suite.page
      .getByRole('option', { name: /Location/ })
      .first()
      .waitFor();
    await suite.page.keyboard.press('Enter');
    await suite.page.getByRole('option').first().waitFor({ state: 'detached' });
    await suite.page.keyboard.press('Tab');
    await suite.page.keyboard.press('Tab');
    await suite.page.getByRole('complementary').getByText('Enter what').waitFor();
    await suite.page.keyboard.type('Lake');
    await suite.page.getByRole('complementary').getByText('Enter what').waitFor({ state: 'detached' });

    await suite.page.getByRole('button', { name: 'Change this comparison' }).nth(1).focus();
    await suite.page.keyboard.press('Enter');
    await suite.page.getByRole('menuitem', { name: 'Put into a group' }).focus();
    await suite.page.keyboard.press('Enter');
    const kind = { field: 'booking.kind', op: 'is', value: 'wedding' };
    const place = { field: 'booking.location', op: 'is', value: 'Lake' };
    await suite.page.getByRole('button', { name: 'Change this group' }).waitFor();
    expect((await draft()).definition.steps[0]?.paths[0]?.when).toEqual({ all: [kind, { any: [place] }] });

    await suite.page.getByRole('button', { name: 'Change this group' }).click();
    await suite.page.getByRole('menuitem', { name: 'Take the group apart' }).click();
    await suite.page.getByText('Any is enough').click();
    await suite.page.getByRole('button', { name: 'Change this comparison' }).first().click();
    await suite.page.getByRole('menuitem', { name: 'Remove this comparison' }).click();
    await suite.page.getByText('Any is enough').waitFor({ state: 'detached' });
    expect((await draft()).definition.steps[0]?.paths[0]?.when).toEqual({ any: [place] });
    expect(suite.complaints).toEqual([]);
  });

  it('say what keeps a webhook from being called, and choose what it tells', async () => {
    await newWorkflow(suite.page, suite.stack, 'Webhook');
    await add(suite.page, 'slot:trunk:0', 'Call webhook');
    await suite.page.getByRole('complementary').getByText('Enter the address that is called.').waitFor();
    await suite.page.getByLabel('Address').fill('http://hooks.example.com/cueline');
    await suite.page.getByRole('complementary').getByText('without encryption').waitFor();
    await suite.page.getByLabel('Address').fill('https://hooks.example.com/cueline');
    await suite.page
      .getByRole('complementary')
      .getByText('without encryption')
      .waitFor({ state: 'detached' });
    await suite.page.getByRole('complementary').getByRole('combobox', { name: 'Fields' }).fill('Email');
    await suite.page.getByRole('option', { name: /^Client email/i }).click();
    await suite.page
      .locator('[data-step="callWebhook-1"]')
      .filter({ hasText: 'hooks.example.com' })
      .waitFor();
    expect((await draft()).definition.steps).toMatchObject([
      { url: 'https://hooks.example.com/cueline', fields: ['client.email'] },
    ]);
    expect(suite.complaints).toEqual([]);
  });

  it('show a problem at its field, where the list of problems leads', async () => {
    await newWorkflow(suite.page, suite.stack, 'Problems');
    await add(suite.page, 'slot:trunk:0', 'Send mail');
    await choose(suite.page, 'To', 'An address');
    await suite.page.getByRole('complementary').getByText('Enter an email address.').waitFor();
    await suite.page.keyboard.press('Escape');
    await suite.page.getByRole('button', { name: '2 problems' }).click();
    await suite.page.getByRole('dialog').getByText('Enter an email address.').click();
    await suite.page.waitForFunction(
      () => document.activeElement?.getAttribute('data-field') === '/steps/0/to/address',
    );
    await suite.page.keyboard.type('office@example.test');
    await suite.page.getByText('Enter an email address.').waitFor({ state: 'detached' });
    await suite.page.getByRole('button', { name: '1 problem' }).waitFor();
  });

  it('write a template beside the step that sends it, by keyboard alone', async () => {
    await suite.page.getByRole('button', { name: 'New template' }).click();
    await suite.page.getByRole('dialog').getByLabel('Name').fill('To the office');
    await suite.page.keyboard.press('Enter');
    const editor = suite.page.getByRole('dialog', { name: 'Template' });
    const email = editor.getByRole('textbox', { name: 'Text of the email' });
    // As a person does, who holds a key for a moment: the editor hears of a caret that the browser has moved a little later.
    const press = (key: string) => suite.page.keyboard.press(key, { delay: 60 });
    await email.focus();
    await press('Control+Home');
    await press('ArrowDown');
    await suite.page.keyboard.type('We meet at /loc');
    await suite.page.getByRole('option', { name: /^Location/ }).waitFor();
    await suite.page.keyboard.press('Enter');
    // The caret is after the chip: what is typed goes on there.
    await suite.page.keyboard.type(' on {starts');
    await suite.page.getByRole('option', { name: /^Starts at/ }).waitFor();
    await suite.page.keyboard.press('Enter');
    await suite.page.keyboard.type('. ');
    // Two letters to the left and the chip; Enter opens it, Escape goes back to the text.
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await press(key);
    await suite.page.keyboard.press('Shift+Tab');
    await suite.page.keyboard.press('Enter');
    const settings = editor.getByRole('group', { name: 'Settings of Location' });
    await settings.getByLabel('If it’s empty, write').waitFor();
    await suite.page.keyboard.type('the usual place');
    for (const key of ['Escape', 'Control+Home', 'ArrowDown', 'End', 'Enter']) await press(key);
    await suite.page.keyboard.type('/button');
    await suite.page.getByRole('option', { name: 'Button' }).waitFor();
    await suite.page.keyboard.press('Enter');
    await suite.page.keyboard.press('Control+a');
    await suite.page.keyboard.type('The plan');
    await editor.getByRole('textbox', { name: 'Leads to' }).focus();
    await suite.page.keyboard.type('https://studio.example.test/plan');
    await editor.getByText('Saved', { exact: true }).waitFor();
    await editor.getByText('Email', { exact: true }).click();
    const mail = editor.frameLocator('iframe');
    await mail.getByText('We meet at Gut Sonnenhof on 12 June 2027.').waitFor();
    await mail.getByRole('link', { name: 'The plan' }).waitFor();
    await editor.getByRole('button', { name: 'Done' }).click();
    await editor.waitFor({ state: 'detached' });
    await suite.page.locator('[data-step="sendMail-1"]').filter({ hasText: 'To the office' }).waitFor();
    await suite.page.getByRole('button', { name: /problem/ }).waitFor({ state: 'detached' });
    expect(suite.complaints).toEqual([]);
  });

  it('take a template out of the list, bring it back, and make another one like it', async () => {
    const { page, stack } = suite;
    await page.goto(`${stack.urls.api}/templates`);
    await page.getByRole('button', { name: 'More: To the office' }).click();
    await page.getByRole('menuitem', { name: 'Archive…' }).click();
    const question = page.getByRole('dialog', { name: 'Archive “To the office”?' });
    await question.getByText(/^1 workflow sends it/).waitFor();
    await question.getByRole('button', { name: 'Archive' }).click();
    await page.getByText('“To the office” is archived.').waitFor();
    await page.getByRole('link', { name: 'To the office' }).waitFor({ state: 'detached' });

    await page.getByText('Archived', { exact: true }).click();
    await page.waitForURL(/[?]show=archived/);
    await page.getByRole('button', { name: 'More: To the office' }).click();
    await page.getByRole('menuitem', { name: 'Unarchive' }).click();
    await page.getByText('No archived templates.').waitFor();

    await page.getByText('Active', { exact: true }).click();
    await page.getByRole('button', { name: 'More: To the office' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await page.waitForURL(/templates\/[\w-]+$/);
    await page.getByRole('textbox', { name: 'Text of the email' }).getByText('The plan').waitFor();
    // Another one is not wanted by what follows.
    const copy = await page.request.get(templateAddress());
    const { name, revision } = (await copy.json()) as { name: string; revision: number };
    expect(name).toBe('Copy of To the office');
    const headers = { 'if-match': `"${revision}"` };
    await page.request.patch(templateAddress(), { headers, data: { archived: true } });
    expect(suite.complaints).toEqual([]);
  });

  it('show a template as it was written, and change it by mouse', async () => {
    await suite.page.goto(`${suite.stack.urls.api}/templates`);
    await suite.page.getByLabel('Search templates').fill('office');
    await suite.page
      .getByRole('listitem')
      .filter({ hasText: 'To the office' })
      .getByText('Used in 1 workflow')
      .waitFor();
    await suite.page.getByRole('link', { name: 'To the office' }).click();
    const email = suite.page.getByRole('textbox', { name: 'Text of the email' });
    await email.getByText('The plan').click();
    // The settings say which block is meant.
    await suite.page.getByRole('textbox', { name: 'Leads to' }).waitFor();
    await suite.page.getByRole('button', { name: 'Move the block up' }).click();
    await suite.page.getByText('Block 2 of 4', { exact: true }).waitFor();
    await suite.page.getByRole('button', { name: 'Undo' }).click();
    await email.getByLabel('Field Client first name').click();
    await suite.page.getByRole('group', { name: 'Settings of First name' }).waitFor();
    await suite.page.keyboard.press('Delete');
    await email.getByLabel('Field Client first name').waitFor({ state: 'detached' });
    await suite.page.getByRole('region', { name: 'Insert a field' }).getByText('Full name').click();
    await suite.page.keyboard.type('!');
    await saved(suite.page);
    const { blocks } = (await (await suite.page.request.get(templateAddress())).json()) as {
      blocks: { blocks: { type: string; content?: object[] }[] };
    };
    expect(blocks.blocks.map(({ type }) => type)).toEqual(['text', 'text', 'button', 'signature']);
    expect(blocks.blocks[0]?.content).toEqual([
      { type: 'text', text: 'Dear ' },
      { type: 'field', field: 'client.fullName' },
      { type: 'text', text: '!,' },
    ]);
    expect(suite.complaints).toEqual([]);
  });

  it('mail a template as a test to whoever writes it, with the details of the client of the preview', async () => {
    await suite.page.getByRole('button', { name: 'Send me a test' }).click();
    const panel = suite.page.getByRole('dialog', { name: 'Send me a test' });
    await panel.getByText('Sent to owner@sample.cueline.test').waitFor();
    await panel.getByText('Filled in with sample values.').waitFor();
    await panel.getByText('What the mail server said').click();
    await panel.getByText(/^250 /).waitFor();
    await suite.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    const { items } = await caughtMails(suite.stack);
    const tests = items.filter(({ subject }) => subject.startsWith('[Test] '));
    expect(tests).toMatchObject([{ to: 'Robin Sunday <owner@sample.cueline.test>' }]);
    const mail = await fetch(`${suite.stack.urls.catcher}/messages/${tests[0]!.id}`);
    const { text, html } = (await mail.json()) as { text: string; html: string };
    for (const part of [text, html]) expect(part).toContain('Mara Lindqvist!,');
    expect(suite.complaints).toEqual([]);
  });

  it('say when somebody else has saved a template meanwhile, and lose neither', async () => {
    const stored = (await (await suite.page.request.get(templateAddress())).json()) as {
      revision: number;
      blocks: object;
    };
    const theirs = await suite.page.request.patch(templateAddress(), {
      data: { blocks: { ...stored.blocks, subject: [{ type: 'text', text: 'Theirs' }] } },
      headers: { 'if-match': `"${stored.revision}"`, origin: suite.stack.urls.api },
    });
    expect(theirs.status()).toBe(200);
    await suite.page.getByRole('textbox', { name: 'Subject' }).focus();
    await suite.page.keyboard.type('Mine');
    await suite.page.getByText('Yours differs in: Subject.').waitFor();
    await suite.page.getByRole('button', { name: 'Take theirs, drop mine' }).click();
    await suite.page.getByRole('textbox', { name: 'Subject' }).getByText('Theirs').waitFor();
    await saved(suite.page);
    expect(suite.complaints).toEqual([]);
  });

  it('take an image of the computer into a template, lead on to its description, and show it', async () => {
    const { page } = suite;
    await page.getByRole('region', { name: 'Add a block' }).getByText('Image', { exact: true }).click();
    const file = page.getByRole('region', { name: 'Settings: Image' }).locator('input[type=file]');
    await file.setInputFiles({ name: 'plan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
    await page.getByRole('status').getByText('plan.svg can’t be used. SVG is no image for mails').waitFor();
    // A photo larger than an email may have one.
    const photo = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1_600, height: 1_200 });
      const context = canvas.getContext('2d')!;
      const noise = context.createImageData(1_600, 1_200);
      for (let i = 0; i < noise.data.length; i++) noise.data[i] = i % 4 === 3 ? 255 : (i * 7_919) % 251;
      context.putImageData(noise, 0, 0);
      return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
    });
    await file.setInputFiles({
      name: 'hill.png',
      mimeType: 'image/png',
      buffer: Buffer.concat([Buffer.from(photo, 'base64'), Buffer.alloc(800_000)]),
    });
    const shown = page.getByRole('textbox', { name: 'Text of the email' }).locator('img');
    await shown.waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[data-place$=":alt"]') !== null);
    await page.keyboard.type('A hill');
    await saved(page);
    await page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('[data-place="blocks"] img')?.naturalWidth === 1_200,
    );
    await page.getByRole('radiogroup', { name: 'What is shown' }).getByText('Email').click();
    const inEmail = page.frameLocator('iframe[title="Preview of the email"]').getByAltText('A hill');
    await inEmail.waitFor();
    expect(
      await inEmail.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(1_200);
    expect(suite.complaints).toEqual([]);
  });

  it('wait for a busy server, and are called unsaved meanwhile', async () => {
    await newWorkflow(suite.page, suite.stack, 'Busy');
    await add(suite.page, 'slot:trunk:0', 'Wait');
    await saved(suite.page);
    let refused = 0;
    await suite.page.route('**/operations', async (route) => {
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
    await suite.page.getByLabel('Name', { exact: true }).fill('Patient');
    await suite.page.getByText('Not saved yet: Cueline is busy').waitFor();
    await saved(suite.page);
    await suite.page.unroute('**/operations');
    expect(JSON.stringify(await draft())).toContain('"Patient"');
    expect(suite.complaints).toEqual([expect.stringMatching(/^503 .*operations$/)]);
  });
});
