import { Alert, Button, Card, Center, Loader, Stack, Text } from '@mantine/core';
import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface Props<T> {
  readonly query: Pick<UseQueryResult<{ items: T[] }>, 'isPending' | 'error' | 'data' | 'refetch'>;
  readonly empty: string;
  /** A filter is set: an empty list then says that nothing matches. */
  readonly filtered?: boolean;
  readonly children: (items: T[]) => ReactNode;
}

/** The states of every list: loading, error, empty, no match, filled. */
export function ListStates<T>({ query, empty, filtered = false, children }: Props<T>) {
  if (query.isPending)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (query.error)
    return (
      <Alert color="red" title="This could not be loaded">
        <Stack gap="xs" align="flex-start">
          {query.error.message}
          <Button size="xs" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </Stack>
      </Alert>
    );
  if (!query.data || query.data.items.length === 0)
    return (
      <Card withBorder p="xl">
        <Text ta="center" c="dimmed">
          {filtered ? 'Nothing matches. Change or clear the filter.' : empty}
        </Text>
      </Card>
    );
  return children(query.data.items);
}

/** Asks for the next page of a list. */
export function MoreButton({
  query,
}: {
  readonly query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage'>;
}) {
  if (!query.hasNextPage) return null;
  return (
    <Button
      variant="default"
      style={{ alignSelf: 'center' }}
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      Show more
    </Button>
  );
}
