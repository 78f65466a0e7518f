import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, ifMatch } from '../../api-client/api.js';
import type { smtpAccounts } from '@cueline/contracts';
import {
  createSmtpAccount,
  getBrandSender,
  getSmtpAccount,
  listSmtpAccounts,
  releaseSends,
  skipSends,
  testSmtpAccount,
  updateSmtpAccount,
} from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { serverOf, type Draft } from './draft.js';

const EVERY_MS = 10_000;

/** Their health changes with the mails that leave. */
export const useAccounts = () =>
  useQuery({
    queryKey: keys.emailAccounts.list,
    queryFn: () => call(listSmtpAccounts()),
    refetchInterval: EVERY_MS,
  });

export const useAccount = (id: string) =>
  useQuery({
    queryKey: keys.emailAccounts.one(id),
    queryFn: () => call(getSmtpAccount({ path: { id } })),
    refetchInterval: EVERY_MS,
  });

/** From where a brand sends. */
export const useSender = (brandId: string) =>
  useQuery({
    queryKey: keys.emailAccounts.sender(brandId),
    queryFn: () => call(getBrandSender({ path: { id: brandId } })),
  });

/** Keeps what was tested: a new account that the brand sends from, or the changes of one. */
export function useSave(
  account: smtpAccounts.SmtpAccountView | undefined,
  brandId: string | undefined,
  onDone: (saved: smtpAccounts.SmtpAccountView) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (draft: Draft) => {
      const body = { ...serverOf(draft), fromName: draft.fromName };
      const saved = account
        ? await call(
            updateSmtpAccount({ path: { id: account.id }, headers: ifMatch(account.revision), body }),
          )
        : await call(
            createSmtpAccount({
              body: { ...body, password: draft.password, isDefault: true, ...(brandId && { brandId }) },
            }),
          );
      // What is kept is proven as it is kept: that lets go of what waits.
      await call(testSmtpAccount({ path: { id: saved.id }, body: { sendTestMail: false } }));
      return call(getSmtpAccount({ path: { id: saved.id } }));
    },
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.emailAccounts.all }),
  });
}

/** What an account held for so long that a person decides. */
export function useDecideLate(group: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: 'send' | 'skip') =>
      call(decision === 'send' ? releaseSends({ body: { group } }) : skipSends({ body: { group } })),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: keys.emailAccounts.all });
      await queries.invalidateQueries({ queryKey: keys.sends.all });
    },
  });
}
