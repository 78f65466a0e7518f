import { Button, Group, Stack, Text } from '@mantine/core';
import { pauseWorkflow } from '../../../api-client/generated/sdk.gen.js';
import type { Workflow } from '../use-draft.js';
import { runsInWords, useOpenRuns, useWorkflowChange } from './use-workflow-change.js';

interface Props {
  readonly workflow: Workflow;
  readonly onDone: () => void;
}

/** Pausing holds the runs that are under way, too: it says how many before it does. */
export function PauseQuestion({ workflow: { id }, onDone }: Props) {
  const open = useOpenRuns(id);
  const change = useWorkflowChange(id);
  return (
    <Stack>
      <Text size="sm">
        It starts nothing new.{' '}
        {open !== undefined &&
          (open === 0
            ? 'No run is under way.'
            : `${runsInWords(open)} under way ${open === 1 ? 'stays' : 'stay'} where ${open === 1 ? 'it is' : 'they are'} until you resume.`)}
      </Text>
      <Text size="sm" c="dimmed">
        What happens while it is paused starts nothing afterwards, either.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button
          loading={change.isPending}
          onClick={() => change.mutate(() => pauseWorkflow({ path: { id } }), { onSuccess: onDone })}
        >
          Pause
        </Button>
      </Group>
    </Stack>
  );
}
