import type { ReactNode } from 'react';
import styles from './story.module.css';

interface DayProps {
  /** "Today", "Fri 27 Nov" */
  readonly label: string;
  readonly children: ReactNode;
}

/** What happened on one day. */
export const StoryDay = ({ label, children }: DayProps) => (
  <section aria-label={label}>
    <div className={styles['day']}>{label}</div>
    <ol className={styles['rows']}>{children}</ol>
  </section>
);

interface RowProps {
  /** A tile, or the avatar of whoever did it. */
  readonly start: ReactNode;
  readonly title: ReactNode;
  /** It did not come to pass: in grey. */
  readonly isQuiet?: boolean;
  /** Why, whence, with what. */
  readonly meta?: ReactNode;
  /** What was written. */
  readonly quote?: string | null;
  readonly time?: string;
  /** What can be done, at the right. */
  readonly end?: ReactNode;
}

export const StoryRow = ({ start, title, isQuiet, meta, quote, time, end }: RowProps) => (
  <li className={styles['row']}>
    <div className={styles['start']}>{start}</div>
    <div className={styles['text']}>
      <div data-quiet={isQuiet || undefined}>{title}</div>
      {quote && <div className={styles['quote']}>{quote}</div>}
      {meta && <div className={styles['meta']}>{meta}</div>}
    </div>
    <div className={styles['end']}>
      {time && <span className={styles['time']}>{time}</span>}
      {end}
    </div>
  </li>
);
