import { Stack } from '@mantine/core';
import { PageHead } from '../../kit/page-head.js';
import { useMeQuery } from '../../domain/use-me.js';
import { ChangePassword } from './change-password.js';
import { LanguageChoice } from './language-choice.js';
import { SessionList } from './session-list.js';
import { m } from './messages.js';

/** One's own sign-in. */
export function AccountPage() {
  const { data } = useMeQuery();
  return (
    <Stack maw={640} gap="xl">
      <PageHead title={m.title} about={data?.user ? `${data.user.name}, ${data.user.email}` : ''} />
      <LanguageChoice />
      <ChangePassword email={data?.user?.email ?? ''} />
      <SessionList />
    </Stack>
  );
}
