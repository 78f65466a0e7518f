import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { createClient } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Form, useFields } from '../../kit/form.js';
import { useUnsaved } from '../../session/unsaved.js';
import { m } from './messages.js';

export function NewClient({ onDone }: { readonly onDone: () => void }) {
  const fields = useFields({ firstName: '', lastName: '', email: '', phone: '' });
  const queries = useQueryClient();
  useUnsaved(fields.isChanged);
  const create = useMutation({
    mutationFn: () => {
      const { email, phone, ...names } = fields.values;
      return call(createClient({ body: { ...names, email: email || null, phone: phone || null } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.clients.all });
      onDone();
    },
  });
  const { text, unplaced } = fields.bind(create.error);
  return (
    <Form error={unplaced} isBusy={create.isPending} submit={m.submit} onSubmit={create.mutate}>
      <TextInput label={m.firstName} required maxLength={100} data-autofocus {...text('firstName')} />
      <TextInput label={m.lastName} maxLength={100} {...text('lastName')} />
      <TextInput label={m.email} inputMode="email" {...text('email')} />
      <TextInput label={m.phone} type="tel" maxLength={50} {...text('phone')} />
    </Form>
  );
}
