import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, call } from '../../api-client/api.js';
import { createClient } from '../../api-client/generated/sdk.gen.js';
import { useUnsaved } from '../../session/unsaved.js';
import { ProblemAlert } from '../../kit/problem-alert.js';

const empty = { firstName: '', lastName: '', email: '', phone: '' };

export function NewClient({ onDone }: { readonly onDone: () => void }) {
  const [client, setClient] = useState(empty);
  const queries = useQueryClient();
  useUnsaved(client !== empty);
  const create = useMutation({
    mutationFn: () => {
      const { email, phone, ...names } = client;
      return call(createClient({ body: { ...names, email: email || null, phone: phone || null } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['clients'] });
      onDone();
    },
  });
  const field = (name: keyof typeof empty) => ({
    value: client[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setClient((before) => ({ ...before, [name]: value }));
    },
    error:
      create.error instanceof ApiError
        ? create.error.problem.errors?.find(({ pointer }) => pointer === `/${name}`)?.detail
        : undefined,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack>
        {create.error && <ProblemAlert error={create.error} />}
        <TextInput label="First name" required maxLength={100} {...field('firstName')} />
        <TextInput label="Last name" maxLength={100} {...field('lastName')} />
        <TextInput label="Mail address" inputMode="email" {...field('email')} />
        <TextInput label="Phone" type="tel" maxLength={50} {...field('phone')} />
        <Button type="submit" loading={create.isPending}>
          Create
        </Button>
      </Stack>
    </form>
  );
}
