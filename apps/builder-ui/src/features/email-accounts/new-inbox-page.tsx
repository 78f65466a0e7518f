import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { smtpAccounts } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import { discoverSmtpSettings } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Loading } from '../../kit/loading.js';
import { usePageTitle } from '../../kit/page-title.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { emptyDraft } from './draft.js';
import { InboxForm } from './inbox-form.js';
import { m as own } from './inbox-messages.js';
import { m } from './messages.js';
import { PageFrame } from './page-frame.js';
import { useAccounts } from './use-accounts.js';
import { useConnectInbox } from './use-inboxes.js';

/** Connects an inbox: with the sign-in of the account that sends from the same address, or with its own. */
export function NewInboxPage() {
  const wanted = new URLSearchParams(useLocation().searchStr).get('account');
  const accounts = useAccounts();
  const account = accounts.data?.items.find(({ id }) => id === wanted);
  const title = account ? own.newTitleOf(account.address) : own.newTitle;
  usePageTitle(title, m.title);
  return (
    <PageFrame title={title}>{accounts.isPending ? <Loading /> : <Connect account={account} />}</PageFrame>
  );
}

/** The settings are found from the address, as those for sending are. */
function Connect({ account }: { readonly account: smtpAccounts.SmtpAccountView | undefined }) {
  const navigate = useNavigate();
  const connect = useConnectInbox();
  const address = account?.address ?? '';
  const found = useQuery({
    queryKey: keys.emailAccounts.found(address),
    queryFn: ({ signal }) => call(discoverSmtpSettings({ body: { address }, signal })),
    ...{ enabled: address !== '', retry: false, staleTime: Infinity },
  });
  if (found.isLoading) return <Loading />;
  const [best] = found.data?.imap ?? [];
  const initial = {
    ...{ ...emptyDraft(''), address, host: best?.host ?? '', port: String(best?.port ?? 993) },
    ...{ security: best?.security ?? 'tls', user: account?.username ?? '' },
  };
  return (
    <>
      <InboxForm
        initial={initial}
        asks={account ? 'server' : 'everything'}
        button={own.connect}
        isBusy={connect.isPending}
        onSubmit={({ address: of, host, port, security, user, password }) =>
          connect.mutate(
            {
              ...{ address: of, host, port: Number(port), security, username: user, horizon: null },
              ...(account ? { smtpAccountId: account.id, brandId: account.brandId } : { password }),
            },
            { onSuccess: ({ id }) => void navigate({ to: `/email-accounts/inbox/${id}` }) },
          )
        }
      />
      {connect.error && <ProblemAlert error={connect.error} title={m.notSaved} />}
    </>
  );
}
