import type { Page } from 'playwright-core';
import type { Stack } from '@cueline/testkit/stack';

/** What a person does in the builder again and again. */
export async function newWorkflow(page: Page, stack: Pick<Stack, 'urls'>, name: string): Promise<void> {
  await page.goto(`${stack.urls.api}/workflows`);
  await page.getByRole('button', { name: 'New workflow' }).click();
  await page.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await page.locator('[data-step="trigger"]').waitFor();
}

export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByLabel(new RegExp(`^${label}( \\*)?$`))
    .first()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

export async function add(page: Page, slot: string, kind: string): Promise<void> {
  // A person brings the place into view first; under a tall workflow it may lie outside.
  await page.getByRole('button', { name: 'Fit View' }).click();
  await page.locator(`[data-slot="${slot}"]`).click();
  await page.getByPlaceholder('Search').fill(kind);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: kind }).waitFor();
}

export const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();
