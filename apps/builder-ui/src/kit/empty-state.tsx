import { Card, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly text: string;
  /** The one thing to do about it. */
  readonly children?: ReactNode;
}

/** Nothing here: one sentence and, where there is one, the way to change that. */
export const EmptyState = ({ text, children }: Props) => (
  <Card withBorder p="xl">
    <Stack align="center" gap="sm">
      <Text ta="center" c="dimmed">
        {text}
      </Text>
      {children}
    </Stack>
  </Card>
);
