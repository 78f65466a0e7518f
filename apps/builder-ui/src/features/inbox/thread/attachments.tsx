import IconPaperclip from '~icons/tabler/paperclip';
import { number } from '../../../messages/catalogue.js';
import { m } from '../messages.js';
import type { Message } from '../thread-types.js';
import styles from './thread.module.css';

/** Files that came with an email; those inside its text are shown there. */
export function Attachments({ message: { parts } }: { readonly message: Pick<Message, 'parts'> }) {
  const files = parts.filter(({ isInline }) => !isInline);
  if (files.length === 0) return null;
  return (
    <ul className={styles['files']} aria-label={m.attachments}>
      {files.map(({ number: part, fileName, size }) => (
        <li key={part}>
          <IconPaperclip size={16} stroke={1.75} aria-hidden />
          <span className={styles['fileName']}>{fileName}</span>
          <span className={styles['size']}>{sizeOf(size)}</span>
        </li>
      ))}
    </ul>
  );
}

const sizeOf = (octets: number): string =>
  octets < 1_000_000
    ? m.size(number(Math.max(1, Math.round(octets / 1_000))), 'kB')
    : m.size(number(Math.round(octets / 100_000) / 10), 'MB');
