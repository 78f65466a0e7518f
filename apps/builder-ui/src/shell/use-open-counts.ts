import { useQuery } from '@tanstack/react-query';
import { call } from '../api-client/api.js';
import { listApprovals, listTasks } from '../api-client/generated/sdk.gen.js';

const EVERY_MS = 30_000;
/** More are said as "20+". */
const MOST = 20;

interface Counted {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/** How much waits for a person, for the places at the side: counted anew now and then, and whenever runs or tasks change. */
export function useOpenCounts(): Readonly<Record<'/approvals' | '/tasks', string | undefined>> {
  const approvals = useQuery({
    queryKey: ['runs', 'approvals', 'count'],
    queryFn: () => call(listApprovals({ query: { limit: MOST } })).then(countOf),
    refetchInterval: EVERY_MS,
  });
  const tasks = useQuery({
    queryKey: ['tasks', 'count'],
    queryFn: () => call(listTasks({ query: { status: 'open', limit: MOST } })).then(countOf),
    refetchInterval: EVERY_MS,
  });
  return { '/approvals': approvals.data ?? undefined, '/tasks': tasks.data ?? undefined };
}

/** Null: none. */
const countOf = ({ items, nextCursor }: Counted): string | null =>
  items.length === 0 ? null : `${items.length}${nextCursor ? '+' : ''}`;
