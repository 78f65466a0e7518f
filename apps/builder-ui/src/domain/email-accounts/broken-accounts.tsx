import type { ReactNode } from 'react';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import IconAlertTriangle from '~icons/tabler/alert-triangle';
import { call } from '../../api-client/api.js';
import { listMailboxes, listSmtpAccounts } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { useMeQuery } from '../use-me.js';
import { m } from './messages.js';

const EVERY_MS = 15_000;

/** Above every page, for those who can repair it: an account that does not send or is not read, and what waits for it. */
export function BrokenAccounts() {
  const role = useMeQuery().data?.role;
  const often = { refetchInterval: EVERY_MS, enabled: role === 'owner' || role === 'admin' };
  const accounts = useQuery({
    queryKey: keys.emailAccounts.list,
    queryFn: () => call(listSmtpAccounts()),
    ...often,
  });
  const inboxes = useQuery({
    queryKey: keys.emailAccounts.inboxes,
    queryFn: () => call(listMailboxes()),
    ...often,
  });
  const broken = accounts.data?.items.filter(({ health }) => health.state === 'needs_attention') ?? [];
  const unread = inboxes.data?.items.filter(({ health }) => health.state === 'needs_you') ?? [];
  return (
    <>
      {broken.map(({ id, address, health }) => (
        <Broken key={id} to={`/email-accounts/${id}`}>
          {m.doesNotSend(address)} {health.held + health.late > 0 && m.waiting(health.held + health.late)}
        </Broken>
      ))}
      {unread.map(({ id, address }) => (
        <Broken key={id} to={`/email-accounts/inbox/${id}`}>
          {m.notRead(address)}
        </Broken>
      ))}
    </>
  );
}

const Broken = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <Alert py={8} mb="sm" color="red" icon={<IconAlertTriangle size={18} />} role="status">
    <Group justify="space-between" gap="xs">
      <Text size="sm">{children}</Text>
      <Button component={Link} to={to} size="compact-sm" variant="default">
        {m.fix}
      </Button>
    </Group>
  </Alert>
);
