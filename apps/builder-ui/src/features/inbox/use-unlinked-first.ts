import { useThreads } from './use-threads.js';
import type { View } from './box.js';
import type { Thread } from './thread-types.js';

/** The conversations of a view. In the inbox those about which something is asked come first, however old they are. */
export function useUnlinkedFirst(view: View) {
  const isPlain = view.box === 'inbox' && !view.unread && view.search === '';
  const asks = useThreads({ ...view, box: isPlain ? 'unlinked' : view.box });
  const query = useThreads(view);
  if (!isPlain || !query.data) return query;
  const unlinked: readonly Thread[] = (asks.data?.items ?? []).filter(({ question }) => question !== null);
  const ids = new Set(unlinked.map(({ id }) => id));
  return { ...query, data: { items: [...unlinked, ...query.data.items.filter(({ id }) => !ids.has(id))] } };
}
