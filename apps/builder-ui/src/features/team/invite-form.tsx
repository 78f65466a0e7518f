import { Select, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { members } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import { invite } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Form, useFields } from '../../kit/form.js';
import { m } from './messages.js';
import { roleHints, roleOptions } from './roles.js';

interface Props {
  /** One's own role. */
  readonly mine: string;
  readonly onDone: () => void;
}

export function InviteForm({ mine, onDone }: Props) {
  const fields = useFields({ email: '', name: '' });
  const { email, name } = fields.values;
  const [role, setRole] = useState<members.MemberRole>('member');
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => call(invite({ body: { email, role, ...(name.trim() && { name }) } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.invitations });
      notifications.show({ message: m.onItsWay(email) });
      onDone();
    },
  });
  const { text, unplaced } = fields.bind(send.error);
  return (
    <Form error={unplaced} isBusy={send.isPending} submit={m.send} onSubmit={send.mutate}>
      <TextInput
        label={m.email}
        inputMode="email"
        autoCapitalize="none"
        required
        maxLength={254}
        data-autofocus
        {...text('email')}
      />
      <TextInput label={m.nameOptional} maxLength={200} {...text('name')} />
      <Select
        label={m.role}
        description={roleHints[role]}
        data={roleOptions(mine)}
        allowDeselect={false}
        value={role}
        onChange={(value) => value && setRole(value)}
      />
      <Text size="xs" c="dimmed">
        {m.inviteMeans}
      </Text>
    </Form>
  );
}
