import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './page-head.module.css';
import { usePageTitle } from './page-title.js';

interface Props {
  readonly title: string;
  /** What is found here, in a sentence. */
  readonly about?: string;
  readonly children?: ReactNode;
}

/** A page's name, and what can be done there. */
export function PageHead({ title, about, children }: Props) {
  usePageTitle(title);
  return (
    <Group justify="space-between" gap="xs" mih={36} className={styles['head']}>
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        {about && (
          <Text c="dimmed" mt={2}>
            {about}
          </Text>
        )}
      </div>
      {children}
    </Group>
  );
}
