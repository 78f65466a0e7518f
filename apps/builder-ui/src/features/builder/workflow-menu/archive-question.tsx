import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { archiveWorkflow } from '../../../api-client/generated/sdk.gen.js';
import type { Workflow } from '../use-draft.js';
import { runsInWords, useOpenRuns, useWorkflowChange } from './use-workflow-change.js';

interface Props {
  readonly workflow: Workflow;
  readonly onDone: () => void;
}

/** What becomes of the runs that are under way is the owner's to say. */
export function ArchiveQuestion({ workflow: { id }, onDone }: Props) {
  const open = useOpenRuns(id);
  const [runs, setRuns] = useState<'finish' | 'stop'>('finish');
  const change = useWorkflowChange(id);
  return (
    <Stack>
      <Text size="sm">
        It starts nothing any more and moves to the archived workflows. You can bring it back.
      </Text>
      {open !== undefined && open > 0 && (
        <Radio.Group
          label={`${runsInWords(open)} under way`}
          value={runs}
          onChange={(value) => setRuns(value === 'stop' ? 'stop' : 'finish')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="finish" label="Finish: what is waiting is still sent" />
            <Radio value="stop" label="Stop now: nothing more is sent" />
          </Stack>
        </Radio.Group>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button
          color="red"
          loading={change.isPending}
          // Whether there are runs to decide about has to be known first.
          disabled={open === undefined}
          onClick={() =>
            change.mutate(() => archiveWorkflow({ path: { id }, body: { runs } }), { onSuccess: onDone })
          }
        >
          Archive
        </Button>
      </Group>
    </Stack>
  );
}
