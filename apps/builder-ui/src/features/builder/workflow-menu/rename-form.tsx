import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { updateWorkflow } from '../../../api-client/generated/sdk.gen.js';
import { ProblemAlert } from '../../../kit/problem-alert.js';
import type { Workflow } from '../use-draft.js';
import { useWorkflowChange } from './use-workflow-change.js';

export function RenameForm({
  workflow,
  onDone,
}: {
  readonly workflow: Workflow;
  readonly onDone: () => void;
}) {
  const [name, setName] = useState(workflow.name);
  const change = useWorkflowChange(workflow.id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(() => updateWorkflow({ path: { id: workflow.id }, body: { name } }), {
          onSuccess: onDone,
        });
      }}
    >
      <Stack>
        {change.error && <ProblemAlert error={change.error} />}
        <TextInput
          label="Name"
          required
          maxLength={120}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={change.isPending}>
          Rename
        </Button>
      </Stack>
    </form>
  );
}
