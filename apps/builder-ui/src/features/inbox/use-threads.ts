import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import {
  answerNewContact,
  answerThreadQuestion,
  countThreads,
  getThread,
  linkThread,
  listThreads,
  unlinkThread,
} from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import type { View } from './box.js';
import type { RecordRef } from './thread-types.js';

const EVERY_MS = 5_000;

interface Listed extends Omit<View, 'box'> {
  readonly box: View['box'] | 'unlinked';
}

export const useThreads = (view: Listed) =>
  usePages(
    keys.threads.list(view),
    (cursor) => {
      const { box, unread, search } = view;
      const filter = { ...(unread && { unread: 'true' as const }), ...(search && { search }) };
      return call(listThreads({ query: { box, ...filter, cursor } }));
    },
    EVERY_MS,
  );

export const useThreadCounts = () =>
  useQuery({
    queryKey: keys.threads.counts,
    queryFn: () => call(countThreads()),
    refetchInterval: EVERY_MS,
  });

export const useThread = (id: string) =>
  useQuery({
    queryKey: keys.threads.one(id),
    queryFn: () => call(getThread({ path: { id } })),
    refetchInterval: EVERY_MS,
  });

/** What a person says about a conversation: to whom it belongs, and with what it belongs together. */
export function useThreadChanges() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.threads.all }),
        queries.invalidateQueries({ queryKey: keys.timeline.all }),
      ]),
  });
}

export const changes = {
  link: (id: string, record: RecordRef) => () => call(linkThread({ path: { id }, body: { record } })),
  unlink: (id: string, recordId: string) => () => call(unlinkThread({ path: { id, recordId } })),
  answer: (id: string, record: RecordRef | null) => () =>
    call(answerThreadQuestion({ path: { id }, body: { record } })),
  contact: (id: string, answer: Parameters<typeof answerNewContact>[0]['body']) => () =>
    call(answerNewContact({ path: { id }, body: answer })),
};
