import { Text } from '@mantine/core';
import { pauseWorkflow } from '../../../api-client/generated/sdk.gen.js';
import { ConfirmDialog } from '../../../kit/confirm-dialog.js';
import type { Workflow } from '../use-draft.js';
import { m } from './messages.js';
import { useOpenRuns, useWorkflowChange } from './use-workflow-change.js';

interface Props {
  readonly workflow: Workflow;
  readonly opened: boolean;
  readonly onDone: () => void;
}

/** Pausing stops the runs in progress, too: it says how many before it does. */
export function PauseQuestion({ workflow: { id, name }, opened, onDone }: Props) {
  const open = useOpenRuns(id, opened);
  const change = useWorkflowChange(id);
  return (
    <ConfirmDialog
      opened={opened}
      title={m.pauseOf(name)}
      confirm={m.pause}
      cancel={m.cancel}
      isBusy={change.isPending}
      onConfirm={() => change.mutate(() => pauseWorkflow({ path: { id } }), { onSuccess: onDone })}
      onClose={onDone}
    >
      <Text>{`${m.startsNothing} ${open === undefined ? '' : m.pauseRuns(open)}`}</Text>
      <Text c="dimmed">{m.notAfterwards}</Text>
    </ConfirmDialog>
  );
}
