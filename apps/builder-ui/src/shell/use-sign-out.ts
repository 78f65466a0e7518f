import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { notifyOtherWindows } from '../session/session-channel.js';
import { leaveFor } from '../session/unsaved.js';
import { m } from './messages.js';

/** Ends the session and begins anew at the sign-in. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    const answer = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined);
    if (!answer?.ok) {
      notifications.show({ color: 'red', message: m.stillSignedIn });
      return;
    }
    notifyOtherWindows();
    queries.clear();
    leaveFor('/');
  };
}
