import { Anchor, Drawer, Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { getCaughtMail, listCaughtMails } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { useMoment } from '../../domain/use-moment.js';
import { ListRow, ListRows } from '../../kit/list-row.js';
import { ListStates } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { QueryGate } from '../../kit/query-gate.js';
import { EmailFrame } from '../../kit/email/email-frame.js';
import styles from './mails.module.css';
import { m } from './messages.js';

/** What the local mail catcher holds: nothing here has left this machine. */
export function MailsPage() {
  const query = useQuery({
    queryKey: keys.caught.all,
    queryFn: () => call(listCaughtMails()),
    refetchInterval: 2_000,
  });
  const [open, setOpen] = useState<string>();
  const moment = useMoment();
  return (
    <Stack>
      <PageHead title={m.title} />
      <Text c="dimmed">
        {m.stayHere}{' '}
        <Anchor component={Link} to="/outbox" underline="always">
          {m.outbox}
        </Anchor>
        .
      </Text>
      <ListStates query={query} empty={m.empty}>
        {(items) => (
          <ListRows>
            {items.map((email) => (
              <ListRow
                key={email.id}
                title={email.subject}
                meta={m.to(email.to)}
                end={
                  <Text size="xs" c="dimmed">
                    {moment(email.receivedAt)}
                  </Text>
                }
                onOpen={() => setOpen(email.id)}
              />
            ))}
          </ListRows>
        )}
      </ListStates>
      <Drawer
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        position="right"
        size="lg"
        title={m.email}
      >
        {open && <Email id={open} />}
      </Drawer>
    </Stack>
  );
}

function Email({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: keys.caught.one(id),
    queryFn: () => call(getCaughtMail({ path: { id } })),
  });
  return (
    <QueryGate query={query} failed={m.notLoaded}>
      {({ subject, html, text, headers }) => (
        <Stack>
          <Title order={2} size="h4">
            {subject}
          </Title>
          <Tabs defaultValue="html">
            <Tabs.List>
              <Tabs.Tab value="html">{m.email}</Tabs.Tab>
              <Tabs.Tab value="text">{m.plainText}</Tabs.Tab>
              <Tabs.Tab value="headers">{m.headers}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="html" pt="sm">
              <EmailFrame title={m.theEmail} html={html} className={styles['frame']} />
            </Tabs.Panel>
            <Tabs.Panel value="text" pt="sm">
              <pre className={styles['text']}>{text}</pre>
            </Tabs.Panel>
            <Tabs.Panel value="headers" pt="sm">
              <pre className={styles['text']}>{headers.join('\n')}</pre>
            </Tabs.Panel>
          </Tabs>
        </Stack>
      )}
    </QueryGate>
  );
}
