import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemKind } from '../api-client/api-error.js';
import { EmptyState } from './empty-state.js';
import { m } from './messages.js';
import { ProblemAlert } from './problem-alert.js';
import { Loading } from './loading.js';

interface Props<T> {
  readonly query: Pick<UseQueryResult<{ items: T[] }>, 'isPending' | 'error' | 'data' | 'refetch'>;
  readonly empty: string;
  /** A filter is set: an empty list then says that nothing matches. */
  readonly filtered?: boolean;
  readonly onClear?: () => void;
  readonly children: (items: T[]) => ReactNode;
}

/** The states of every list: loading, error, empty, no match, filled. */
export function ListStates<T>({ query, empty, filtered = false, onClear, children }: Props<T>) {
  if (query.isPending) return <Loading />;
  // That nobody answers is said above every page; what was loaded before stays.
  const isSaid = query.data !== undefined && problemKind(query.error) === 'unreachable';
  const problem = query.error && !isSaid && (
    <ProblemAlert
      error={query.error}
      title={query.data ? m.notLoadedAgain : m.notLoaded}
      onRetry={() => void query.refetch()}
    />
  );
  if (!query.data) return problem;
  if (query.data.items.length === 0 && !problem)
    return (
      <EmptyState text={filtered ? m.noMatch : empty}>
        {filtered && onClear && (
          <Button variant="default" onClick={onClear}>
            {m.clearFilters}
          </Button>
        )}
      </EmptyState>
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
      {m.showMore}
    </Button>
  );
}
