import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import IconSend from '~icons/tabler/send';
import { TestMailResult } from './test-mail-result.js';
import styles from './test-mail.module.css';
import { useTestMail, type TestOf } from './use-test-mail.js';
import { m } from './messages.js';

/** One press mails the template to whoever writes it; the panel says what became of it. */
export function TestMailButton(props: TestOf) {
  const [isOpen, setIsOpen] = useState(false);
  const { sending, mail } = useTestMail(props);
  const send = (to: string | null) => sending.mutate(to);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      width={340}
      withinPortal
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          className={styles['button']}
          aria-label={m.send}
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() => {
            setIsOpen(true);
            if (!sending.isPending) send(null);
          }}
        >
          <span className={styles['long']}>{m.send}</span>
          <span className={styles['short']}>{m.sendShort}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TestMailResult
          sending={sending}
          mail={mail.data}
          error={mail.error}
          onSend={send}
          onRead={() => void mail.refetch()}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
