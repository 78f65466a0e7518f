import { useMutation } from '@tanstack/react-query';
import type { mailServer, smtpAccounts } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import { beginMailSignIn, repeatMailSignIn } from '../../api-client/generated/sdk.gen.js';
import type { Draft } from './draft.js';

type Provider = mailServer.MailProvider;

/** Takes the person to the mail provider, which sends them back to the connect page. */
export function useSignIn(account: smtpAccounts.SmtpAccountView | undefined, brandId: string | undefined) {
  return useMutation({
    mutationFn: ({ provider, draft }: { readonly provider: Provider | null; readonly draft: Draft }) => {
      const { address, fromName } = draft;
      if (account?.auth === 'oauth2') return call(repeatMailSignIn({ path: { id: account.id } }));
      const body = { provider: provider!, address, fromName, isDefault: true, ...(brandId && { brandId }) };
      return call(beginMailSignIn({ body }));
    },
    onSuccess: ({ url }) => window.location.assign(url),
  });
}
