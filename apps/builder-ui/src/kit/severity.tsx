import { VisuallyHidden } from '@mantine/core';
import IconAlertTriangle from '~icons/tabler/alert-triangle';
import IconCircleX from '~icons/tabler/circle-x';
import type { ReactNode } from 'react';
import styles from './severity.module.css';
import { m } from './messages.js';

export type Severity = 'error' | 'warning';

const marks = {
  error: { label: m.needsFixing, icon: IconCircleX },
  warning: { label: m.worthChecking, icon: IconAlertTriangle },
} as const;

/** How much a problem weighs: by its icon and its label, not by a color alone (WCAG 2.2, 1.4.1). */
export function SeverityLabel({ severity }: { readonly severity: Severity }) {
  const { label, icon: Icon } = marks[severity];
  return (
    <span className={styles['label']} data-severity={severity}>
      <Icon size={14} stroke={2} aria-hidden />
      {label}
    </span>
  );
}

interface Props {
  readonly severity: Severity;
  readonly children: ReactNode;
}

/** A problem in a line at its field: what has to be fixed is said as it is, what may stay says that it may. */
export function SeverityLine({ severity, children }: Props) {
  const { label, icon: Icon } = marks[severity];
  const prefix = `${label}: `;
  return (
    <span className={styles['line']} data-severity={severity}>
      <Icon size={14} stroke={2} aria-hidden />
      <span>
        {severity === 'error' ? <VisuallyHidden component="span">{prefix}</VisuallyHidden> : prefix}
        {children}
      </span>
    </span>
  );
}
