import { Button, Card, Center, Loader, Text } from '@mantine/core';
import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemKind } from '../api-client/api-error.js';
import { ProblemAlert } from './problem-alert.js';

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
  // That nobody answers is said above every page; what was loaded before stays.
  const isSaid = query.data !== undefined && problemKind(query.error) === 'unreachable';
  const problem = query.error && !isSaid && (
    <ProblemAlert
      error={query.error}
      title={query.data ? 'This could not be loaded again' : 'This could not be loaded'}
      onRetry={() => void query.refetch()}
    />
  );
  if (!query.data) return problem;
  if (query.data.items.length === 0 && !problem)
    return (
      <Card withBorder p="xl">
        <Text ta="center" c="dimmed">
          {filtered ? 'Nothing matches. Change or clear the filter.' : empty}
        </Text>
      </Card>
    );
  return (
    <>
      {problem}
      {children(query.data.items)}
    </>
  );
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
