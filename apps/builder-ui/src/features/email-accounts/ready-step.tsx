import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import IconCircleCheck from '~icons/tabler/circle-check';
import type { smtpAccounts } from '@cueline/contracts';
import { DomainRecords } from './domain-records.js';
import { LateMails } from './late-mails.js';
import { useAccount } from './use-accounts.js';
import { m as own } from './inbox-messages.js';
import { useInboxes } from './use-inboxes.js';
import { m } from './messages.js';
import styles from './email-accounts.module.css';

/** It sends. What waited leaves; what receivers look for in the domain is worth another minute. */
export function ReadyStep({ account }: { readonly account: smtpAccounts.SmtpAccountView }) {
  const now = useAccount(account.id).data ?? account;
  const inboxes = useInboxes().data?.items;
  return (
    <Stack maw={640}>
      <Group gap={8} wrap="nowrap" className={styles['works']} role="status">
        <IconCircleCheck size={20} stroke={1.75} aria-hidden />
        <Text fw={600}>{m.ready(account.address)}</Text>
      </Group>
      <LateMails health={now.health} />
      {inboxes && !inboxes.some(({ smtpAccountId }) => smtpAccountId === account.id) && (
        <Stack gap={4} align="flex-start">
          <Button component={Link} to={`/email-accounts/inbox/new?account=${account.id}`} variant="default">
            {own.readToo}
          </Button>
          <Text size="sm" c="dimmed">
            {own.readTooAbout}
          </Text>
        </Stack>
      )}
      <DomainRecords address={account.address} host={account.host} />
      <Button component={Link} to="/email-accounts" style={{ alignSelf: 'flex-start' }}>
        {m.toAccounts}
      </Button>
    </Stack>
  );
}
