import { TextInput } from '@mantine/core';
import { updateWorkflow } from '../../../api-client/generated/sdk.gen.js';
import { Form, useFields } from '../../../kit/form.js';
import type { Workflow } from '../use-draft.js';
import { m } from './messages.js';
import { useWorkflowChange } from './use-workflow-change.js';

interface Props {
  readonly workflow: Workflow;
  readonly onDone: () => void;
}

export function RenameForm({ workflow, onDone }: Props) {
  const fields = useFields({ name: workflow.name });
  const change = useWorkflowChange(workflow.id);
  const rename = () =>
    change.mutate(() => updateWorkflow({ path: { id: workflow.id }, body: fields.values }), {
      onSuccess: onDone,
    });
  return (
    <Form
      error={fields.bind(change.error).unplaced}
      isBusy={change.isPending}
      submit={m.rename}
      onSubmit={rename}
    >
      <TextInput
        label={m.name}
        required
        maxLength={120}
        data-autofocus
        {...fields.bind(change.error).text('name')}
      />
    </Form>
  );
}
