import { Alert, Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { members } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import { invite } from '../../api-client/generated/sdk.gen.js';
import { fieldError, formError } from '../../kit/field-error.js';
import { roleHints, roleOptions } from './roles.js';

interface Props {
  /** One's own role. */
  readonly mine: string;
  readonly onDone: () => void;
}

export function InviteForm({ mine, onDone }: Props) {
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<members.MemberRole>('member');
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => call(invite({ body: { email, role, ...(name.trim() && { name }) } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['invitations'] });
      notifications.show({ message: `The invitation for ${email} is on its way.` });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack>
        {formError(send.error) && <Alert color="red">{formError(send.error)}</Alert>}
        <TextInput
          label="Email"
          inputMode="email"
          autoCapitalize="none"
          required
          maxLength={254}
          data-autofocus
          value={email}
          error={fieldError(send.error, 'email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label="Name (optional)"
          maxLength={200}
          value={name}
          error={fieldError(send.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label="Role"
          description={roleHints[role]}
          data={roleOptions(mine)}
          allowDeselect={false}
          value={role}
          onChange={(value) => value && setRole(value)}
        />
        <Text size="sm" c="dimmed">
          The person gets a link, chooses a password alone, and is a member once the invitation is accepted.
        </Text>
        <Button type="submit" loading={send.isPending}>
          Send the invitation
        </Button>
      </Stack>
    </form>
  );
}
