import type { ReactNode } from 'react';
import styles from './list-row.module.css';

interface RowsProps {
  readonly label?: string;
  readonly children: ReactNode;
}

export const ListRows = ({ label, children }: RowsProps) => (
  <ul className={styles['rows']} aria-label={label}>
    {children}
  </ul>
);

interface Props {
  /** An avatar or a tile. */
  readonly start?: ReactNode;
  readonly title: ReactNode;
  /** One line: facts, joined. */
  readonly meta?: ReactNode;
  /** State and what can be done, at the right. */
  readonly end?: ReactNode;
  /** Pressing the row anywhere else does this. */
  readonly onOpen?: () => void;
  /** Below the row, over its whole width. */
  readonly children?: ReactNode;
}

/** A record in a list: what it is in one line, what is known of it in the next. */
export const ListRow = ({ start, title, meta, end, onOpen, children }: Props) => (
  <li className={styles['row']}>
    {start}
    <div className={styles['text']}>
      {onOpen ? (
        <button type="button" className={styles['open']} onClick={onOpen}>
          {title}
        </button>
      ) : (
        <div className={styles['title']}>{title}</div>
      )}
      {meta && <div className={styles['meta']}>{meta}</div>}
    </div>
    {end && <div className={styles['end']}>{end}</div>}
    {children}
  </li>
);
