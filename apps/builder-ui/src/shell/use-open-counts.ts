import { useQuery } from '@tanstack/react-query';
import { call } from '../api-client/api.js';
import { countThreads, listApprovals, listHolds, listTasks } from '../api-client/generated/sdk.gen.js';
import { keys } from '../api-client/keys.js';

const EVERY_MS = 30_000;
/** More are said as "20+". */
const MOST = 20;
/** What is held and what is unread is counted by the server. */
const MOST_COUNTED = 999;

interface List {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

export type Counted = 'approvals' | 'tasks' | 'held' | 'unread';
/** Undefined: none, or not known yet. */
export type OpenCounts = Readonly<Record<Counted, string | undefined>>;

/** How much waits for a person, for the places at the side: counted anew now and then, and whenever runs or tasks change. */
export function useOpenCounts(): OpenCounts {
  const approvals = useQuery({
    queryKey: keys.approvals.count,
    queryFn: () => call(listApprovals({ query: { limit: MOST } })).then(countOf),
    refetchInterval: EVERY_MS,
  });
  const tasks = useQuery({
    queryKey: keys.tasks.count,
    queryFn: () => call(listTasks({ query: { status: 'open', limit: MOST } })).then(countOf),
    refetchInterval: EVERY_MS,
  });
  const held = useQuery({
    queryKey: keys.sends.count,
    queryFn: () => call(listHolds()).then(heldOf),
    refetchInterval: EVERY_MS,
  });
  const threads = useQuery({
    queryKey: keys.threads.counts,
    queryFn: () => call(countThreads()),
    refetchInterval: EVERY_MS,
  });
  return {
    unread: threads.data?.unread ? writtenUpTo(threads.data.unread) : undefined,
    approvals: approvals.data ?? undefined,
    tasks: tasks.data ?? undefined,
    held: held.data ?? undefined,
  };
}

/** Null: none. */
const countOf = ({ items, nextCursor }: List): string | null =>
  items.length === 0 ? null : `${items.length}${nextCursor ? '+' : ''}`;

function heldOf({ items }: { readonly items: readonly { readonly mails: number }[] }): string | null {
  const mails = items.reduce((sum, hold) => sum + hold.mails, 0);
  return mails === 0 ? null : writtenUpTo(mails);
}

const writtenUpTo = (count: number): string => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));
