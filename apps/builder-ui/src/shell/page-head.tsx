import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A page's name, and what can be done there. */
export const PageHead = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <Group justify="space-between" gap="xs">
    <Title order={1} size="h2">
      {title}
    </Title>
    {children}
  </Group>
);
