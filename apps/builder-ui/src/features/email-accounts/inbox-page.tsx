import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { mailboxes } from '@cueline/contracts';
import { ConfirmDialog } from '../../kit/confirm-dialog.js';
import { usePageTitle } from '../../kit/page-title.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { QueryGate } from '../../kit/query-gate.js';
import { InboxFolders } from './inbox-folders.js';
import { InboxHealth } from './inbox-health.js';
import { InboxJournal } from './inbox-journal.js';
import { InboxSettings } from './inbox-settings.js';
import { m as own } from './inbox-messages.js';
import { m } from './messages.js';
import { useInbox, useOrder, useRemoveInbox } from './use-inboxes.js';

/** One inbox: how it is, how to repair it, its folders, and what was decided about it. */
export function InboxPage() {
  const { id } = useParams({ strict: false });
  const inbox = useInbox(id ?? '');
  return (
    <QueryGate query={inbox} failed={own.notLoaded} missing={own.gone}>
      {(one) => <Inbox inbox={one} />}
    </QueryGate>
  );
}

function Inbox({ inbox }: { readonly inbox: mailboxes.MailboxView }) {
  const title = own.newTitleOf(inbox.address);
  usePageTitle(inbox.address, m.title);
  return (
    <Stack maw={1000} gap="lg">
      <Anchor component={Link} to="/email-accounts" size="sm">
        {m.title}
      </Anchor>
      <Title order={1} size="h2" aria-label={title}>
        {inbox.address}
      </Title>
      <InboxHealth inbox={inbox} />
      <Orders inbox={inbox} />
      <InboxSettings key={inbox.revision} inbox={inbox} />
      <InboxFolders id={inbox.id} />
      <InboxJournal id={inbox.id} />
    </Stack>
  );
}

function Orders({ inbox }: { readonly inbox: mailboxes.MailboxView }) {
  const navigate = useNavigate();
  const order = useOrder(inbox.id);
  const remove = useRemoveInbox(inbox);
  const [asks, setAsks] = useState(false);
  const isPaused = inbox.health.state === 'paused';
  const button = (name: 'pause' | 'resume' | 'sync', label: string) => (
    <Button
      variant="default"
      loading={order.isPending && order.variables === name}
      onClick={() => order.mutate(name)}
    >
      {label}
    </Button>
  );
  return (
    <Group>
      {isPaused ? button('resume', own.resume) : button('sync', own.syncNow)}
      {!isPaused && button('pause', own.pause)}
      <Button variant="subtle" color="red" onClick={() => setAsks(true)}>
        {own.remove}
      </Button>
      {order.error && <ProblemAlert error={order.error} title={own.notDone} />}
      <ConfirmDialog
        opened={asks}
        title={own.removeTitle(inbox.address)}
        confirm={own.remove}
        cancel={own.cancel}
        isDestructive
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/email-accounts' }) })
        }
        onClose={() => setAsks(false)}
      >
        <Text>{own.removeAbout}</Text>
      </ConfirmDialog>
    </Group>
  );
}
