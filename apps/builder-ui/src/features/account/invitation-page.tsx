import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ApiError, call } from '../../api-client/api.js';
import { acceptInvitation, openInvitation, signOut } from '../../api-client/generated/sdk.gen.js';
import { CardPage } from '../../kit/card-page.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { SignInForm } from '../../session/sign-in-form.js';
import { LinkProblem } from './link-problem.js';
import { NewAccountForm } from './new-account-form.js';
import { useLinkToken } from './use-link-token.js';

const roles = { owner: 'an owner', admin: 'an admin', member: 'a member' } as const;

/** Where the link of an invitation leads: who invites, to which studio, and one's consent. */
export function InvitationPage() {
  const token = useLinkToken() || 'none';
  const link = useQuery({
    queryKey: ['invitation', token],
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
  if (link.isPending)
    return (
      <Center h="100vh">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (link.error)
    return (
      <CardPage title="Invitation">
        <LinkProblem message={link.error.message} next="/" label="Go to Cueline" />
      </CardPage>
    );
  const { studio, invitedBy, email, name, role, needs, signedInAs } = link.data;
  return (
    <CardPage
      title={`Join ${studio}`}
      about={`${invitedBy} invites ${email} to work there as ${roles[role]}.`}
    >
      {signedInAs ? (
        <Stack>
          <Alert color="yellow">
            You are signed in as {signedInAs}, and this invitation is for {email}.
          </Alert>
          <Button loading={leave.isPending} onClick={() => leave.mutate()}>
            Sign out and go on
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
              <Text>There is an account for this address. Sign in with it to accept.</Text>
              <SignInForm email={email} onSignedIn={() => accept.mutateAsync({})} />
            </Stack>
          )}
          {needs === 'nothing' && (
            <Stack>
              {accept.error && <ProblemAlert error={accept.error} />}
              <Button loading={accept.isPending} onClick={() => accept.mutate({})}>
                Accept the invitation
              </Button>
            </Stack>
          )}
        </>
      )}
    </CardPage>
  );
}
