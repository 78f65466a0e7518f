import { Alert, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { changePassword } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Form, useFields } from '../../kit/form.js';
import { m } from './messages.js';
import { NewPassword } from './new-password.js';

export function ChangePassword({ email }: { readonly email: string }) {
  const fields = useFields({ currentPassword: '', newPassword: '' });
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => call(changePassword({ body: fields.values })),
    onSuccess: () => {
      fields.reset();
      return queries.invalidateQueries({ queryKey: keys.sessions });
    },
  });
  const { text, value, unplaced } = fields.bind(change.error);
  return (
    <Stack>
      <Title order={2} size="h4" id="change-password">
        {m.changePassword}
      </Title>
      {change.data && (
        <Alert color="green" role="status">
          {m.changed(change.data.ended)}
        </Alert>
      )}
      <Form
        error={unplaced}
        isBusy={change.isPending}
        submit={m.submitChange}
        onSubmit={change.mutate}
        labelledBy="change-password"
        isOnPage
      >
        <AccountName email={email} />
        <PasswordInput
          label={m.currentPassword}
          autoComplete="current-password"
          required
          {...text('currentPassword')}
        />
        <NewPassword label={m.newPassword} {...value('newPassword')} />
      </Form>
    </Stack>
  );
}

/** For password managers: whose password it is. */
export const AccountName = ({ email }: { readonly email: string }) => (
  <TextInput display="none" autoComplete="username" readOnly value={email} aria-hidden tabIndex={-1} />
);
