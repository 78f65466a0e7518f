import { Alert, Button, Card, Center, Loader, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface Props<T> {
  readonly query: UseQueryResult<{ items: T[] }>;
  readonly empty: string;
  readonly children: (items: T[]) => ReactNode;
}

/** The four states of every list: loading, error, empty, filled. */
export function ListStates<T>({ query, empty, children }: Props<T>) {
  if (query.isPending)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (query.error) {
    return (
      <Alert color="red" title="This could not be loaded">
        {query.error.message}{' '}
        <Button size="xs" onClick={() => void query.refetch()}>
          Try again
        </Button>
      </Alert>
    );
  }
  if (query.data.items.length === 0)
    return (
      <Card withBorder p="xl">
        <Text ta="center" c="dimmed">
          {empty}
        </Text>
      </Card>
    );
  return children(query.data.items);
}
