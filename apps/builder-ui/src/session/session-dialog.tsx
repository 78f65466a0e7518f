import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { m } from './messages.js';
import { SignInForm } from './sign-in-form.js';
import { askWho } from './ask-who.js';
import { session, type SessionState } from './session.js';
import { notifyOtherWindows, watchSession } from './session-channel.js';
import { leaveFor, unsaved } from './unsaved.js';
import { useSession } from './use-session.js';

/** The session has ended while somebody was working: a sign-in over the page, which stays as it is. */
export function SessionDialog() {
  const state = useSession();
  const [later, setLater] = useState(false);
  const away = state.type === 'ended' || state.type === 'other';
  const quiet = useQuietKeys(away);
  useEffect(watchSession, []);
  // Somebody else may have signed in, or the same person in another window.
  useEffect(() => {
    if (state.type === 'ended') void askWho().catch(() => undefined);
    if (state.type === 'in') setLater(false);
  }, [state.type]);
  return (
    <>
      {away && later && (
        <Alert color="yellow" title={m.signedOut} mb="sm">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{m.changesKept}</Text>
            <Button size="xs" onClick={() => setLater(false)}>
              {m.signIn}
            </Button>
          </Group>
        </Alert>
      )}
      <Modal
        opened={away && !later && quiet}
        onClose={() => setLater(true)}
        closeOnClickOutside={false}
        title={state.type === 'other' ? m.otherSignedIn : m.signedOut}
        size="sm"
        zIndex={1_000}
        closeButtonProps={{ 'aria-label': m.notNow }}
      >
        {away && <SignInAgain state={state} />}
      </Modal>
    </>
  );
}

const PAUSE_MS = 1_200;

/** Whether nobody is in the middle of typing: what is typed on must not land in the password. */
function useQuietKeys(watching: boolean): boolean {
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!watching) return;
    let timer = setTimeout(() => setQuiet(true), PAUSE_MS);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setQuiet(true), PAUSE_MS);
    };
    document.addEventListener('keydown', again, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', again, true);
      setQuiet(false);
    };
  }, [watching]);
  return quiet;
}

function SignInAgain({ state }: { readonly state: Extract<SessionState, { type: 'ended' | 'other' }> }) {
  const queries = useQueryClient();
  const { person } = state;
  const again = async () => {
    await askWho();
    notifyOtherWindows();
    if (session.view().type === 'in') await queries.invalidateQueries();
  };
  return (
    <Stack>
      {state.type === 'other' ? (
        <Text size="sm">
          {state.other.userId === person.userId
            ? m.otherStudio(state.other.studio, person.studio)
            : m.otherPerson(state.other.email, person.email)}{' '}
          {m.nothingSent} {unsaved.anyNotKept() ? m.stayUntil(person.email) : m.keptUntil(person.email)}
        </Text>
      ) : (
        <Text size="sm">{m.signInToKeep}</Text>
      )}
      <SignInForm email={person.email} onSignedIn={again} />
      {state.type === 'other' && (
        <Button variant="default" onClick={() => leaveFor('/')}>
          {m.goOnAs(state.other.email)}
        </Button>
      )}
    </Stack>
  );
}
