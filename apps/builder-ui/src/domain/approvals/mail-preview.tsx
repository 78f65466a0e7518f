import { Tabs, Text } from '@mantine/core';
import type { ApprovalMail } from './use-approvals.js';
import { EmailFrame } from '../../kit/email/email-frame.js';
import styles from './mail-preview.module.css';
import { m } from './messages.js';

/** An email as its reader sees it; `mail` is null where it cannot be made. */
export function MailPreview({ to, mail }: Partial<Pick<ApprovalMail, 'to'>> & Pick<ApprovalMail, 'mail'>) {
  if (!mail) return <Text c="dimmed">{m.notYet}</Text>;
  return (
    <div className={styles.mail}>
      <div className={styles.head}>
        {to && (
          <Text size="sm" c="dimmed">
            {m.to(to.length > 0 ? to.join(', ') : m.nobody)}
          </Text>
        )}
        <Text fw={600}>{mail.subject}</Text>
        {mail.preheader && (
          <Text size="sm" c="dimmed">
            {mail.preheader}
          </Text>
        )}
      </div>
      <Tabs defaultValue="html" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="html">{m.email}</Tabs.Tab>
          <Tabs.Tab value="text">{m.plainText}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html">
          <EmailFrame title={m.theEmail} className={styles.frame} html={mail.html} />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <pre className={styles.text} tabIndex={0} aria-label={m.plainText}>
            {mail.text}
          </pre>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
