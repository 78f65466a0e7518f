import { Stack } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './workbench.module.css';

interface Children {
  readonly children: ReactNode;
}

/** A page that fills the window: a head, and below it a canvas or an outline with a panel beside. */
export const Workbench = ({ children }: Children) => (
  <Stack className={styles['root']} gap="sm" data-workbench>
    {children}
  </Stack>
);

/** @param isStacked on a narrow window the panel stands below the view */
export const WorkbenchBody = ({ isStacked, children }: Children & { readonly isStacked?: boolean }) => (
  <div className={styles['body']} data-stacked={isStacked || undefined}>
    {children}
  </div>
);

export const WorkbenchView = ({ mode, children }: Children & { readonly mode: 'canvas' | 'outline' }) => (
  <div className={styles['view']} data-mode={mode} data-fills={mode === 'canvas' || undefined}>
    {children}
  </div>
);

interface PanelProps extends Children {
  readonly label: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export const SidePanel = ({ label, onKeyDown, children }: PanelProps) => (
  <aside className={styles['panel']} aria-label={label} onKeyDown={onKeyDown}>
    {children}
  </aside>
);
