import { Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { openPasswordReset, resetPassword } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { CardPage } from '../../kit/card-page.js';
import { Form, useFields } from '../../kit/form.js';
import { Loading } from '../../kit/loading.js';
import { SignInForm } from '../../session/sign-in-form.js';
import { AccountName } from './change-password.js';
import { LinkProblem } from './link-problem.js';
import { m } from './messages.js';
import { NewPassword } from './new-password.js';
import { useLinkToken } from './use-link-token.js';

/** Where the link for a forgotten password leads. */
export function ResetPasswordPage() {
  const token = useLinkToken() || 'none';
  const link = useQuery({
    queryKey: keys.link('password-reset', token),
    queryFn: () => call(openPasswordReset({ body: { token } })),
    staleTime: Infinity,
  });
  const fields = useFields({ password: '' });
  const set = useMutation({ mutationFn: () => call(resetPassword({ body: { token, ...fields.values } })) });
  if (link.isPending) return <Loading fullPage />;
  if (link.error)
    return (
      <CardPage title={m.setPassword}>
        <LinkProblem message={link.error.message} next="/forgot-password" label={m.newLink} />
      </CardPage>
    );
  const { email } = link.data;
  if (set.data)
    return (
      <CardPage title={m.passwordSet} about={m.passwordSetAbout}>
        <SignInForm email={email} onSignedIn={() => Promise.resolve(location.assign('/'))} />
      </CardPage>
    );
  return (
    <CardPage title={m.setPassword} about={m.forEmail(email)}>
      <Form
        error={fields.bind(set.error).unplaced}
        isBusy={set.isPending}
        submit={m.submitSet}
        onSubmit={set.mutate}
      >
        <AccountName email={email} />
        <NewPassword label={m.newPassword} {...fields.bind(set.error).value('password')} />
        <Text size="xs" c="dimmed">
          {m.signsOutAll}
        </Text>
      </Form>
    </CardPage>
  );
}
