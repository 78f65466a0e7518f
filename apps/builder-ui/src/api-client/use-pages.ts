import { useInfiniteQuery } from '@tanstack/react-query';

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** A list of the API, page after page, as one list. @param everyMs how often it is read again by itself */
export function usePages<T>(
  key: readonly unknown[],
  load: (cursor: string | undefined) => Promise<Page<T>>,
  everyMs?: number,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    ...(everyMs && { refetchInterval: everyMs }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.nextCursor ?? undefined,
    select: ({ pages }) => ({ items: pages.flatMap(({ items }) => items) }),
  });
}
