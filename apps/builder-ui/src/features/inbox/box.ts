import { m } from './messages.js';

export const boxes = ['inbox', 'needsAnswer', 'sent', 'archive', 'junk', 'trash', 'all'] as const;
export type Box = (typeof boxes)[number];

/** What the list shows, as the address says it. */
export interface View {
  readonly box: Box;
  readonly unread: boolean;
  readonly search: string;
}

export const readView = (search: Readonly<Record<string, unknown>>): View => ({
  box: boxes.find((box) => box === search['box']) ?? 'inbox',
  unread: search['unread'] === true || search['unread'] === 'true',
  search: typeof search['search'] === 'string' ? search['search'] : '',
});

/** What is as usual is left out of the address. */
export const writeView = ({ box, unread, search }: View): Record<string, string> => ({
  ...(box !== 'inbox' && { box }),
  ...(unread && { unread: 'true' }),
  ...(search && { search }),
});

export const isFiltered = ({ box, unread, search }: View): boolean =>
  unread || search !== '' || box !== 'inbox';

/** What an empty list says. */
export function emptyText({ box, unread, search }: View): string {
  if (search) return m.noMatch(search);
  if (unread) return m.noneUnread;
  return box === 'inbox' || box === 'needsAnswer' ? m.allAnswered : m.emptyBox;
}
