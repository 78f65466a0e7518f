import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMeQuery } from '../../domain/use-me.js';
import { EmptyState } from '../../kit/empty-state.js';
import { m } from './messages.js';

/** No inbox of the studio’s own is connected: what arrives here all the same, and the way to connect one. */
export function NotConnected() {
  const role = useMeQuery().data?.role;
  return (
    <EmptyState text={m.notConnected}>
      {(role === 'owner' || role === 'admin') && (
        <Button component={Link} to="/email-accounts" variant="default">
          {m.connect}
        </Button>
      )}
    </EmptyState>
  );
}
