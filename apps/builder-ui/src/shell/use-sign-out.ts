import { useQueryClient } from '@tanstack/react-query';

/** Ends the session and begins anew at the sign-in. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    queries.clear();
    location.assign('/');
  };
}
