import { Alert, Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useLocation, useNavigate } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { finishMailSignIn, getSmtpAccount, testSmtpAccount } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePageTitle } from '../../kit/page-title.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { DiagnosisCard } from './diagnosis-card.js';
import { draftOf } from './draft.js';
import { ReadyStep } from './ready-step.js';
import { useSignIn } from './use-sign-in.js';
import { m } from './messages.js';
import { PageFrame } from './page-frame.js';

/** Where the provider sends a person back to after the sign-in (RFC 6749 4.1.2). */
export function ConnectPage() {
  usePageTitle(m.connectTitle, m.title);
  const params = new URLSearchParams(useLocation().searchStr);
  const [code, state, error] = ['code', 'state', 'error'].map((name) => params.get(name));
  if (!error && (!code || !state)) return <Navigate to="/email-accounts" replace />;
  return (
    <PageFrame title={m.connectTitle}>
      {error ? (
        <Ended why={params.get('error_description') ?? error} />
      ) : (
        <Connect code={code!} state={state!} />
      )}
    </PageFrame>
  );
}

const TryAgain = () => (
  <Button component={Link} to="/email-accounts/new" style={{ alignSelf: 'flex-start' }}>
    {m.connectYours}
  </Button>
);

const Ended = ({ why }: { readonly why: string }) => (
  <>
    <Alert color="yellow" title={m.signInStopped}>
      {m.providerSaid(why)}
    </Alert>
    <TryAgain />
  </>
);

/** A code counts once: what came of it is kept as long as the page is open. */
function Connect({ code, state }: { readonly code: string; readonly state: string }) {
  const queries = useQueryClient();
  const signedIn = useQuery({
    queryKey: keys.emailAccounts.signIn(state),
    queryFn: async () => {
      const { id } = await call(finishMailSignIn({ body: { code, state } }));
      const result = await call(testSmtpAccount({ path: { id }, body: { sendTestMail: false } }));
      const account = await call(getSmtpAccount({ path: { id } }));
      await queries.invalidateQueries({ queryKey: keys.emailAccounts.list });
      return { account, result };
    },
    ...{ retry: false, staleTime: Infinity, gcTime: Infinity },
  });
  const navigate = useNavigate();
  const again = useSignIn(signedIn.data?.account, undefined);
  if (signedIn.error)
    return (
      <>
        <ProblemAlert error={signedIn.error} title={m.notSignedIn} />
        <TryAgain />
      </>
    );
  if (!signedIn.data) return <Text role="status">{m.connecting}</Text>;
  const { account, result } = signedIn.data;
  if (!result.card) return <ReadyStep account={account} />;
  const draft = draftOf(account);
  return (
    <>
      <Text>{m.signedInBut(account.address)}</Text>
      <DiagnosisCard
        card={result.card}
        transcript={result.transcript}
        draft={draft}
        isBusy={again.isPending}
        onTest={() => void navigate({ to: `/email-accounts/${account.id}` })}
        onConnect={() => again.mutate({ provider: account.provider, draft })}
      />
    </>
  );
}
