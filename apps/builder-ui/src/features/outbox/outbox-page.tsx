import { Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageHead } from '../../kit/page-head.js';
import { boxes, readBox } from './box.js';
import { EmailList } from './email-list.js';
import { HeldEmails } from './held/held-emails.js';
import { m } from './messages.js';
import styles from './outbox.module.css';

/** Emails on their way out, by what is to be done about them. */
export function OutboxPage() {
  const box = readBox(useSearch({ strict: false }));
  const navigate = useNavigate();
  return (
    <Stack>
      <PageHead title={m.title} />
      <Tabs
        value={box}
        keepMounted={false}
        onChange={(next) => void navigate({ to: '/outbox', search: { box: next ?? undefined } as object })}
      >
        <Tabs.List className={styles['tabs']}>
          {boxes.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {m.boxes[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {boxes.map((one) => (
          <Tabs.Panel key={one} value={one} pt="md">
            {one === 'held' ? <HeldEmails /> : <EmailList box={one} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
