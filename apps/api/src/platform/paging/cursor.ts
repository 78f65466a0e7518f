import type { PageQuery } from '@cueline/contracts';
import { invalid } from '../problems/problem-error.js';

const from = ({ limit, cursor }: PageQuery) => ({
  take: limit + 1,
  ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
});

/** Arguments of a page in Prisma, newest first: ids are in order of time (UUID version 7), the cursor is the last id seen. */
export const pageArgs = (query: PageQuery) => ({
  ...from(query),
  orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }],
});

/** The same for what is listed by its name. */
export const namedPageArgs = (query: PageQuery) => ({
  ...from(query),
  orderBy: [{ name: 'asc' as const }, { id: 'asc' as const }],
});

/**
 * The rows of a page. An empty one is the end of the list, unless its cursor names nothing: that is no end.
 * @throws ProblemError for such a cursor
 */
export async function known<Row>(
  { cursor }: Pick<PageQuery, 'cursor'>,
  page: PromiseLike<Row[]>,
  find: (id: string) => PromiseLike<unknown>,
): Promise<Row[]> {
  const rows = await page;
  if (rows.length > 0 || cursor === undefined || (await find(cursor))) return rows;
  throw badCursor();
}

export const badCursor = () =>
  invalid([
    {
      pointer: '/cursor',
      code: 'cursor.unknown',
      detail: {
        en: 'This list has no such place. Take the cursor of its last page, or begin without one.',
        de: 'Diese Stelle hat die Liste nicht. Nimm den Cursor ihrer letzten Seite oder beginne ohne einen.',
      },
    },
  ]);

export function pageOf<Row extends { id: string }, View>(
  rows: Row[],
  limit: number,
  view: (row: Row) => View,
) {
  const items = rows.slice(0, limit);
  return { items: items.map(view), nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}
