import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { SeverityLabel, type Severity } from './severity.js';
import styles from './severity.module.css';

interface Props {
  readonly severity: Severity;
  readonly message: string;
  /** Where it is. */
  readonly place?: ReactNode;
  readonly onGo: () => void;
}

/** A problem in a list: it leads to its place. */
export const ProblemRow = ({ severity, message, place, onGo }: Props) => (
  <button type="button" className={styles['row']} data-severity={severity} onClick={onGo}>
    <SeverityLabel severity={severity} />
    <Text size="sm">{message}</Text>
    {place && (
      <Text size="xs" c="dimmed">
        {place}
      </Text>
    )}
  </button>
);
