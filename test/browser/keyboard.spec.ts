import { describe, expect, it, jest } from '@jest/globals';
import { newWorkflow } from './builder.js';
import { browserSuite } from './browser-suite.js';

jest.setTimeout(180_000);

const suite = browserSuite({ reducedMotion: 'reduce' });

const search = () => suite.page.getByRole('combobox', { name: 'Search steps' });
const cards = () => suite.page.locator('[data-step]');

async function openPicker(): Promise<void> {
  await suite.page.locator('[data-slot="slot:trunk:0"]').click();
  await search().waitFor();
}

/** What assistive technology is told of the option that Enter would take. */
const announced = () =>
  search().evaluate((input) => {
    const option = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    const list = document.getElementById(input.getAttribute('aria-controls') ?? '');
    const pane = option?.closest('[role="dialog"]')?.getBoundingClientRect();
    const box = option?.getBoundingClientRect();
    return {
      role: option?.role,
      selected: option?.ariaSelected,
      inList: Boolean(option && list?.role === 'listbox' && list.contains(option)),
      visible: Boolean(
        pane && box && box.top >= pane.top && box.bottom <= Math.min(pane.bottom, innerHeight),
      ),
      name: option?.textContent,
    };
  });

describe('the step picker', () => {
  it('announces the step that the arrows are on, and keeps it in view', async () => {
    await newWorkflow(suite.page, suite.stack, 'By keyboard');
    await openPicker();
    expect(await search().getAttribute('aria-expanded')).toBe('true');
    const heard = [await announced()];
    const all = await suite.page.getByRole('option').count();
    for (let i = 1; i < all; i++) {
      await suite.page.keyboard.press('ArrowDown');
      heard.push(await announced());
    }
    expect(new Set(heard.map(({ name }) => name)).size).toBe(all);
    for (const one of heard)
      expect(one).toMatchObject({ role: 'option', selected: 'true', inList: true, visible: true });
    expect(await suite.page.getByRole('option', { selected: true }).count()).toBe(1);
  });

  it('says when nothing matches', async () => {
    await search().fill('sms');
    await suite.page.getByRole('status').filter({ hasText: 'No step matches “sms”.' }).waitFor();
    expect(await search().getAttribute('aria-expanded')).toBe('false');
    expect(await search().getAttribute('aria-activedescendant')).toBeNull();
  });

  it('leaves Enter to an input method that is composing', async () => {
    await search().fill('');
    const before = await cards().count();
    const session = await suite.page.context().newCDPSession(suite.page);
    await session.send('Input.imeSetComposition', { text: 'mail', selectionStart: 4, selectionEnd: 4 });
    await search().evaluate((input) => {
      const key = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
      input.dispatchEvent(new KeyboardEvent('keydown', { ...key, isComposing: true }));
      input.dispatchEvent(new KeyboardEvent('keydown', { ...key, keyCode: 229 }));
    });
    await session.send('Input.insertText', { text: 'mail' });
    expect(await search().inputValue()).toBe('mail');
    expect(await cards().count()).toBe(before);
    await suite.page.keyboard.press('Enter');
    await suite.page.getByRole('complementary', { name: 'Send mail' }).waitFor();
    expect(await cards().count()).toBe(before + 1);
    await suite.page.keyboard.press('Escape');
  });
});

describe('shortcuts', () => {
  const press = (init: object) =>
    suite.page.evaluate(
      (values) => document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...values })),
      init,
    );

  it.each([
    ['Cyrillic', 'я', 'KeyZ'],
    ['Greek', 'ζ', 'KeyZ'],
    ['Hebrew', 'ז', 'KeyZ'],
    ['German', 'z', 'KeyY'],
  ])('undo on a %s keyboard', async (_layout, key, code) => {
    const before = await cards().count();
    await openPicker();
    await suite.page.keyboard.type('Wait');
    await suite.page.keyboard.press('Enter');
    await suite.page.waitForFunction(
      (n) => document.querySelectorAll('[data-step]').length === n,
      before + 1,
    );
    await press({ key, code, ctrlKey: true });
    await suite.page.waitForFunction((n) => document.querySelectorAll('[data-step]').length === n, before);
  });
});

describe('Tab on the canvas', () => {
  it('brings what it comes to into view', async () => {
    await newWorkflow(suite.page, suite.stack, 'Twenty steps');
    const id = suite.page.url().split('/').at(-1);
    const address = `${suite.stack.urls.api}/api/v1/workflows/${id}`;
    const { revision, definition } = (await (await suite.page.request.get(address)).json()) as {
      revision: number;
      definition: object;
    };
    const steps = Array.from({ length: 20 }, (_, i) => ({
      id: `n${i}`,
      kind: 'notifyStaff',
      to: { role: 'owner' },
      subject: `Step ${i}`,
      text: 'x',
    }));
    const written = await suite.page.request.put(`${address}/draft`, {
      data: { definition: { ...definition, steps } },
      headers: { 'if-match': `"${revision}"`, origin: suite.stack.urls.api },
    });
    expect(written.status()).toBe(200);
    await suite.page.reload();
    await suite.page.locator('[data-step="n19"]').waitFor();
    for (let i = 0; i < 4; i++) await suite.page.getByRole('button', { name: 'Zoom In' }).click();
    await suite.page.locator('[data-step="trigger"]').focus();
    const outside: string[] = [];
    let stops = 0;
    for (;;) {
      await suite.page.keyboard.press('Tab');
      const at = await suite.page.evaluate(() => {
        const focused = document.activeElement?.closest<HTMLElement>('.react-flow__node button');
        const pane = document.querySelector('.react-flow')!.getBoundingClientRect();
        const box = focused?.getBoundingClientRect();
        return (
          box && {
            name: focused!.textContent,
            inView:
              box.top >= pane.top &&
              box.bottom <= pane.bottom &&
              box.left >= pane.left &&
              box.right <= pane.right,
          }
        );
      });
      if (!at) break;
      stops++;
      if (!at.inView) outside.push(at.name);
    }
    expect(stops).toBeGreaterThan(38);
    expect(outside).toEqual([]);
    expect(suite.complaints).toEqual([]);
  });
});
