import { Card, Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What is done here, in a sentence. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A page outside of the frame: one card with one thing to do. */
export const CardPage = ({ title, about, children }: Props) => (
  <Center component="main" mih="100vh" p="md">
    <Card withBorder shadow="sm" padding="xl" w="100%" maw={400}>
      <Stack>
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {about && <Text c="dimmed">{about}</Text>}
        </div>
        {children}
      </Stack>
    </Card>
  </Center>
);
