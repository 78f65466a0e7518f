import IconCheck from '~icons/tabler/check';
import styles from './status-dot.module.css';

/** Green: done or healthy. Amber: waits for a person. Red: broken and live. Else the accent, or grey. */
export type Tone = 'draft' | 'live' | 'done' | 'waiting' | 'you' | 'broken' | 'quiet';

interface Props {
  readonly tone: Tone;
  readonly label: string;
  /** Spoken when it changes. */
  readonly isLive?: boolean;
}

/** A state: a dot and a word, never a color alone (WCAG 2.2, 1.4.1). */
export const StatusDot = ({ tone, label, isLive = false }: Props) => (
  <span className={styles['status']} data-tone={tone} {...(isLive && { role: 'status' })}>
    {tone === 'done' ? (
      <IconCheck size={14} stroke={2.5} aria-hidden />
    ) : (
      <span className={styles['dot']} aria-hidden />
    )}
    {label}
  </span>
);
