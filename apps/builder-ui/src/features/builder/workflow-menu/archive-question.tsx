import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { archiveWorkflow } from '../../../api-client/generated/sdk.gen.js';
import { ConfirmDialog } from '../../../kit/confirm-dialog.js';
import type { Workflow } from '../use-draft.js';
import { m } from './messages.js';
import { useOpenRuns, useWorkflowChange } from './use-workflow-change.js';

interface Props {
  readonly workflow: Workflow;
  readonly opened: boolean;
  readonly onDone: () => void;
}

/** What becomes of the runs in progress is the owner's to say. */
export function ArchiveQuestion({ workflow: { id, name }, opened, onDone }: Props) {
  const open = useOpenRuns(id, opened);
  const [runs, setRuns] = useState<'finish' | 'stop'>('finish');
  const change = useWorkflowChange(id);
  return (
    <ConfirmDialog
      opened={opened}
      title={m.archiveOf(name)}
      confirm={m.archive}
      cancel={m.cancel}
      isDestructive
      isBusy={change.isPending}
      // Whether there are runs to decide about has to be known first.
      isBlocked={open === undefined}
      onConfirm={() =>
        change.mutate(() => archiveWorkflow({ path: { id }, body: { runs } }), { onSuccess: onDone })
      }
      onClose={onDone}
    >
      <Text>{m.archiveMeans}</Text>
      {open !== undefined && open > 0 && (
        <Radio.Group
          label={m.inProgress(open)}
          value={runs}
          onChange={(value) => setRuns(value === 'stop' ? 'stop' : 'finish')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="finish" label={m.finish} />
            <Radio value="stop" label={m.stop} />
          </Stack>
        </Radio.Group>
      )}
    </ConfirmDialog>
  );
}
