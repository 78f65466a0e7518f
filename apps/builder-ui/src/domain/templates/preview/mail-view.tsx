import { Text } from '@mantine/core';
import { EmailFrame } from '../../../kit/email/email-frame.js';
import styles from './mail-view.module.css';
import { m } from './messages.js';

export type Device = 'desktop' | 'phone';

interface Props {
  readonly html: string;
  readonly device: Device;
  readonly isDark: boolean;
}

/** The email as it would arrive, where nothing of it can do anything. */
export function MailView({ html, device, isDark }: Props) {
  if (!html) return <Text c="dimmed">{m.notReadable}</Text>;
  return (
    <EmailFrame
      title={m.title}
      className={styles['frame']}
      data-width={device}
      data-dark={isDark || undefined}
      html={html}
    />
  );
}

export function PlainTextView({ text }: { readonly text: string }) {
  return (
    <pre className={styles['text']} tabIndex={0} aria-label={m.plainText}>
      {text || m.notReadable}
    </pre>
  );
}
