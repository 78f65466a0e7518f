import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { createWorkflow } from '../../api-client/generated/sdk.gen.js';
import { useUnsaved } from '../../session/unsaved.js';

export function NewWorkflow() {
  const [name, setName] = useState('');
  const navigate = useNavigate();
  useUnsaved(name !== '');
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => call(createWorkflow({ body: { name } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['workflows'] });
      await navigate({ to: '/workflows/$id', params: { id } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          required
          maxLength={120}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={create.error?.message}
        />
        <Button type="submit" loading={create.isPending}>
          Create
        </Button>
      </Stack>
    </form>
  );
}
