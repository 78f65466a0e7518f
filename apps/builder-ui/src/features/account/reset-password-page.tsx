import { Alert, Button, Center, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { openPasswordReset, resetPassword } from '../../api-client/generated/sdk.gen.js';
import { CardPage } from '../../kit/card-page.js';
import { SignInForm } from '../../session/sign-in-form.js';
import { fieldError, formError } from '../../kit/field-error.js';
import { LinkProblem } from './link-problem.js';
import { NewPassword } from './new-password.js';
import { useLinkToken } from './use-link-token.js';

/** Where the link for a forgotten password leads. */
export function ResetPasswordPage() {
  const token = useLinkToken() || 'none';
  const link = useQuery({
    queryKey: ['password-reset', token],
    queryFn: () => call(openPasswordReset({ body: { token } })),
    staleTime: Infinity,
  });
  const [password, setPassword] = useState('');
  const set = useMutation({ mutationFn: () => call(resetPassword({ body: { token, password } })) });
  if (link.isPending)
    return (
      <Center h="100vh">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (link.error)
    return (
      <CardPage title="Set a new password">
        <LinkProblem message={link.error.message} next="/forgot-password" label="Ask for a new link" />
      </CardPage>
    );
  const { email } = link.data;
  if (set.data)
    return (
      <CardPage title="Your password is set" about="Sign in with it. All other devices were signed out.">
        <SignInForm email={email} onSignedIn={() => Promise.resolve(location.assign('/'))} />
      </CardPage>
    );
  return (
    <CardPage title="Set a new password" about={`For ${email}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate();
        }}
      >
        <Stack>
          {formError(set.error) && <Alert color="red">{formError(set.error)}</Alert>}
          <TextInput
            display="none"
            autoComplete="username"
            readOnly
            value={email}
            aria-hidden
            tabIndex={-1}
          />
          <NewPassword
            label="New password"
            value={password}
            error={fieldError(set.error, 'password')}
            onChange={setPassword}
          />
          <Button type="submit" loading={set.isPending}>
            Set the password
          </Button>
          <Text size="sm" c="dimmed">
            Every device that is signed in now is signed out.
          </Text>
        </Stack>
      </form>
    </CardPage>
  );
}
