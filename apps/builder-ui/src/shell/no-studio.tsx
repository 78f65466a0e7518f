import { Button } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { CardPage } from '../kit/card-page.js';
import { useSignOut } from './use-sign-out.js';

/** Signed in, and a member of no studio: removed, or not invited yet. */
export function NoStudio() {
  const signOut = useSignOut();
  return (
    <CardPage
      title="No studio to open"
      about="You are signed in, and no studio has you as a member. Ask an owner to invite you again."
    >
      <Notifications position="bottom-left" />
      <Button variant="default" onClick={() => void signOut()}>
        Sign out
      </Button>
    </CardPage>
  );
}
