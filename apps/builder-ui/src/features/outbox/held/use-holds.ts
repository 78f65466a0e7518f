import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api-client/api.js';
import { listHolds, listSends, releaseSends, skipSends } from '../../../api-client/generated/sdk.gen.js';
import { usePages } from '../../../api-client/use-pages.js';
import { keys } from '../../../api-client/keys.js';

export type Hold = Awaited<ReturnType<typeof listHolds<true>>>['data']['items'][number];
export type ApprovalMail = Awaited<ReturnType<typeof listSends<true>>>['data']['items'][number];

const EVERY_MS = 5_000;

/** Why emails are held; the worker holds and lets go by itself, too. */
export const useHolds = () =>
  useQuery({ queryKey: keys.sends.holds, queryFn: () => call(listHolds()), refetchInterval: EVERY_MS });

export const useHeldMails = (group: string) =>
  usePages(keys.sends.held(group), (cursor) => call(listSends({ query: { state: 'held', group, cursor } })));

/** All of a hold, or some of its emails by their ids. */
export type Choice = { readonly group: string } | { readonly ids: string[] };
export interface Decision {
  readonly type: 'release' | 'skip';
  readonly choice: Choice;
  readonly note: string;
}

/** @param onDone told of how many emails it came true, also when their card has left the page by then */
export function useDecide(onDone: (mails: number, decision: Decision) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ type, choice, note }: Decision) => {
      const body = { ...choice, ...(note.trim() && { note: note.trim() }) };
      const { mails } = await call(type === 'release' ? releaseSends({ body }) : skipSends({ body }));
      return mails;
    },
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.sends.all }),
  });
}
