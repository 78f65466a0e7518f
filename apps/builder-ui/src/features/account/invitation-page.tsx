import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ApiError, call } from '../../api-client/api.js';
import { acceptInvitation, openInvitation, signOut } from '../../api-client/generated/sdk.gen.js';
import { CardPage } from '../../kit/card-page.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { SignInForm } from '../../session/sign-in-form.js';
import { LinkProblem } from './link-problem.js';
import { NewAccountForm } from './new-account-form.js';
import { useLinkToken } from './use-link-token.js';
import { keys } from '../../api-client/keys.js';
import { Loading } from '../../kit/loading.js';
import { m } from './messages.js';

/** Where the link of an invitation leads: who invites, to which studio, and one's consent. */
export function InvitationPage() {
  const token = useLinkToken() || 'none';
  const link = useQuery({
    queryKey: keys.link('invitation', token),
    queryFn: () => call(openInvitation({ body: { token } })),
    staleTime: 60_000,
  });
  const accept = useMutation({
    mutationFn: (account: { name?: string; password?: string }) =>
      call(acceptInvitation({ body: { token, ...account } })),
    // The frame is built anew, for the person who is signed in now.
    onSuccess: () => location.assign('/'),
    onError: (error) => {
      if (error instanceof ApiError && error.problem.code !== 'request.invalid') void link.refetch();
    },
  });
  const leave = useMutation({ mutationFn: () => call(signOut()), onSuccess: () => link.refetch() });
  if (link.isPending) return <Loading fullPage />;
  if (link.error)
    return (
      <CardPage title={m.invitation}>
        <LinkProblem message={link.error.message} next="/" label={m.toCueline} />
      </CardPage>
    );
  const { studio, invitedBy, email, name, role, needs, signedInAs } = link.data;
  return (
    <CardPage title={m.join(studio)} about={m.invites[role](invitedBy, email)}>
      {signedInAs ? (
        <Stack>
          <Alert color="yellow">{m.otherAccount(signedInAs, email)}</Alert>
          <Button loading={leave.isPending} onClick={() => leave.mutate()}>
            {m.signOutAndGoOn}
          </Button>
        </Stack>
      ) : (
        <>
          {needs === 'newAccount' && (
            <NewAccountForm
              email={email}
              name={name ?? ''}
              error={accept.error}
              pending={accept.isPending}
              onSubmit={accept.mutate}
            />
          )}
          {needs === 'signIn' && (
            <Stack>
              <Text>{m.accountExists}</Text>
              <SignInForm email={email} onSignedIn={() => accept.mutateAsync({})} />
            </Stack>
          )}
          {needs === 'nothing' && (
            <Stack>
              {accept.error && <ProblemAlert error={accept.error} />}
              <Button loading={accept.isPending} onClick={() => accept.mutate({})}>
                {m.accept}
              </Button>
            </Stack>
          )}
        </>
      )}
    </CardPage>
  );
}
