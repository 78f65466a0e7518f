import pg from 'pg';
import type { Page } from 'playwright-core';
import type { Stack } from '@cueline/testkit/stack';

/** Somebody of the same studio, who may sign in. */
export async function anotherMember(
  stack: Pick<Stack, 'urls' | 'ownerPassword'>,
): Promise<{ email: string; password: string }> {
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

/** Over the page that the session ended on. */
export async function signInAgain(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Sign in to keep your changes.').waitFor();
  await dialog.locator('input[type="password"]').fill(password);
  await page.keyboard.press('Enter');
}
