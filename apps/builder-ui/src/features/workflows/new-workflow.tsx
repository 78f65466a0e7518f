import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { createWorkflow } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Form, useFields } from '../../kit/form.js';
import { useUnsaved } from '../../session/unsaved.js';
import { m } from './messages.js';

export function NewWorkflow() {
  const fields = useFields({ name: '' });
  const navigate = useNavigate();
  useUnsaved(fields.isChanged);
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => call(createWorkflow({ body: fields.values })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: keys.workflows.all });
      await navigate({ to: '/workflows/$id', params: { id } });
    },
  });
  return (
    <Form
      error={fields.bind(create.error).unplaced}
      isBusy={create.isPending}
      submit={m.submit}
      onSubmit={create.mutate}
    >
      <TextInput
        label={m.name}
        required
        maxLength={120}
        data-autofocus
        {...fields.bind(create.error).text('name')}
      />
    </Form>
  );
}
