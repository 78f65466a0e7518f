import { Anchor, Card, Drawer, Group, Loader, Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { getCaughtMail, listCaughtMails } from '../../api-client/generated/sdk.gen.js';
import { ListStates } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { useMoment } from '../../domain/use-moment.js';
import styles from './mails.module.css';

/** What the local mail catcher holds: nothing here has left this machine. */
export function MailsPage() {
  const query = useQuery({
    queryKey: ['mails'],
    queryFn: () => call(listCaughtMails()),
    refetchInterval: 2_000,
  });
  const [open, setOpen] = useState<string>();
  const moment = useMoment();
  return (
    <Stack>
      <PageHead title="Caught mails" />
      <Text c="dimmed">
        Mails stay on this machine: nobody has received them. Those that wait are among the{' '}
        <Anchor component={Link} to="/held" underline="always">
          held emails
        </Anchor>
        .
      </Text>
      <ListStates query={query} empty="No mail yet.">
        {(items) => (
          <Stack gap="xs">
            {items.map((mail) => (
              <Card
                key={mail.id}
                withBorder
                padding="sm"
                component="button"
                type="button"
                ta="left"
                onClick={() => setOpen(mail.id)}
              >
                <Group justify="space-between">
                  <Text fw={600}>{mail.subject}</Text>
                  <Text size="sm" c="dimmed">
                    {moment(mail.receivedAt)}
                  </Text>
                </Group>
                <Text size="sm" c="dimmed">
                  to {mail.to}
                </Text>
              </Card>
            ))}
          </Stack>
        )}
      </ListStates>
      <Drawer
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        position="right"
        size="lg"
        title="Mail"
      >
        {open && <Mail id={open} />}
      </Drawer>
    </Stack>
  );
}

function Mail({ id }: { readonly id: string }) {
  const query = useQuery({ queryKey: ['mails', id], queryFn: () => call(getCaughtMail({ path: { id } })) });
  if (query.isPending) return <Loader aria-label="Loading" />;
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const { subject, html, text, headers } = query.data;
  return (
    <Stack>
      <Title order={2} size="h4">
        {subject}
      </Title>
      <Tabs defaultValue="html">
        <Tabs.List>
          <Tabs.Tab value="html">Mail</Tabs.Tab>
          <Tabs.Tab value="text">Plain text</Tabs.Tab>
          <Tabs.Tab value="headers">Headers</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" pt="sm">
          <iframe title="The mail" sandbox="" srcDoc={html} className={styles['frame']} />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="sm">
          <pre style={{ whiteSpace: 'pre-wrap' }}>{text}</pre>
        </Tabs.Panel>
        <Tabs.Panel value="headers" pt="sm">
          <pre style={{ whiteSpace: 'pre-wrap', fontSize: 12 }}>{headers.join('\n')}</pre>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
