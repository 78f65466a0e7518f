import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { addSuppression, listSuppressions, removeSuppression } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';

export type Suppression = Awaited<ReturnType<typeof listSuppressions<true>>>['data']['items'][number];
export type Shown = 'active' | 'removed';

export const useSuppressions = (search: string, shown: Shown) =>
  usePages(keys.suppressions.list(search, shown), (cursor) =>
    call(
      listSuppressions({
        query: { cursor, removed: shown === 'removed' ? 'true' : 'false', ...(search && { search }) },
      }),
    ),
  );

/** What a client may be sent is shown with the clients, too. */
function useChanged() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: keys.suppressions.all });
    await queries.invalidateQueries({ queryKey: keys.clients.all });
  };
}

interface NewEntry {
  readonly address: string;
  readonly scope: Suppression['scope'];
  readonly note: string;
}

export function useAddSuppression(onDone: (entry: Suppression) => void) {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body: NewEntry) => call(addSuppression({ body })),
    onSuccess: async (entry) => {
      await changed();
      onDone(entry);
    },
  });
}

export function useRemoveSuppression(onDone: (entry: Suppression) => void) {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ id, reason }: Suppression) =>
      call(removeSuppression({ path: { id }, body: { acknowledgeComplaint: reason === 'complained' } })),
    onSuccess: async (entry) => {
      await changed();
      onDone(entry);
    },
  });
}
