import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What is found here, in a sentence. */
  readonly about?: string;
  readonly children?: ReactNode;
}

/** A page's name, and what can be done there. */
export const PageHead = ({ title, about, children }: Props) => (
  <Group justify="space-between" gap="xs" mih={36}>
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
