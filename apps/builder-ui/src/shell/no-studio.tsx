import { Button } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { CardPage } from '../kit/card-page.js';
import { useSignOut } from './use-sign-out.js';
import { m } from './messages.js';

/** Signed in, and a member of no studio: removed, or not invited yet. */
export function NoStudio() {
  const signOut = useSignOut();
  return (
    <CardPage title={m.noStudio} about={m.noStudioAbout}>
      <Notifications position="bottom-center" />
      <Button variant="default" onClick={() => void signOut()}>
        {m.signOut}
      </Button>
    </CardPage>
  );
}
