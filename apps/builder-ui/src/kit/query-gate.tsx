import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isMissing } from '../api-client/api-error.js';
import { EmptyState } from './empty-state.js';
import { Loading } from './loading.js';
import { m } from './messages.js';
import { ProblemAlert } from './problem-alert.js';

interface Props<T> {
  readonly query: Pick<UseQueryResult<T>, 'isPending' | 'error' | 'data' | 'refetch'>;
  /** "This run could not be loaded" */
  readonly failed: string;
  /** What is said of a record that is not there, or not any more. */
  readonly missing?: string;
  readonly fullPage?: boolean;
  readonly children: (data: T) => ReactNode;
}

/** Something from the API on its own: loading, not to be had, not there, there. What was loaded stays when it cannot be read again. */
export function QueryGate<T>({ query, failed, missing, fullPage, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Loading {...(fullPage && { fullPage })} />;
  if (missing && isMissing(query.error)) return <EmptyState text={missing} />;
  return (
    <ProblemAlert
      error={query.error ?? new Error(m.tryLater)}
      title={failed}
      onRetry={() => void query.refetch()}
    />
  );
}
