import type { PageQuery } from '@cueline/contracts';

/** Arguments of a page in Prisma, newest first: ids are in order of time (UUID version 7), the cursor is the last id seen. */
export const pageArgs = ({ limit, cursor }: PageQuery) => ({
  take: limit + 1,
  orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }],
  ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
});

export function pageOf<Row extends { id: string }, View>(
  rows: Row[],
  limit: number,
  view: (row: Row) => View,
) {
  const items = rows.slice(0, limit);
  return { items: items.map(view), nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}
