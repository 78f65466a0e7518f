import { Alert, Button, Group, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { changePassword } from '../../api-client/generated/sdk.gen.js';
import { fieldError, formError } from '../../kit/field-error.js';
import { NewPassword } from './new-password.js';

export function ChangePassword({ email }: { readonly email: string }) {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => call(changePassword({ body: { currentPassword, newPassword } })),
    onSuccess: () => {
      setCurrent('');
      setNew('');
      return queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <form
      aria-labelledby="change-password"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Stack>
        <Title order={2} size="h4" id="change-password">
          Change password
        </Title>
        {formError(change.error) && <Alert color="red">{formError(change.error)}</Alert>}
        {change.data && (
          <Alert color="green" role="status">
            The password is changed. {ended(change.data.ended)}
          </Alert>
        )}
        <TextInput display="none" autoComplete="username" readOnly value={email} aria-hidden tabIndex={-1} />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          required
          value={currentPassword}
          error={fieldError(change.error, 'currentPassword')}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword
          label="New password"
          value={newPassword}
          error={fieldError(change.error, 'newPassword')}
          onChange={setNew}
        />
        <Group>
          <Button type="submit" loading={change.isPending}>
            Change the password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const ended = (count: number): string =>
  count === 0
    ? 'You were signed in nowhere else.'
    : `${count === 1 ? 'One other device was' : `${count} other devices were`} signed out.`;
