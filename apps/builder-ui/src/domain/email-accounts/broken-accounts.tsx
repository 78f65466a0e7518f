import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import IconAlertTriangle from '~icons/tabler/alert-triangle';
import { call } from '../../api-client/api.js';
import { listSmtpAccounts } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { useMeQuery } from '../use-me.js';
import { m } from './messages.js';

const EVERY_MS = 15_000;

/** Above every page, for those who can repair it: an account that does not send, and what waits for it. */
export function BrokenAccounts() {
  const role = useMeQuery().data?.role;
  const { data } = useQuery({
    queryKey: keys.emailAccounts.list,
    queryFn: () => call(listSmtpAccounts()),
    refetchInterval: EVERY_MS,
    enabled: role === 'owner' || role === 'admin',
  });
  const broken = data?.items.filter(({ health }) => health.state === 'needs_attention') ?? [];
  return broken.map(({ id, address, health }) => (
    <Alert key={id} py={8} mb="sm" color="red" icon={<IconAlertTriangle size={18} />} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {m.doesNotSend(address)} {health.held + health.late > 0 && m.waiting(health.held + health.late)}
        </Text>
        <Button component={Link} to={`/email-accounts/${id}`} size="compact-sm" variant="default">
          {m.fix}
        </Button>
      </Group>
    </Alert>
  ));
}
