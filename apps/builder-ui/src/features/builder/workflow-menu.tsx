import { ActionIcon, Alert, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Definition } from '@cueline/workflows';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import {
  archiveWorkflow,
  pauseWorkflow,
  resumeWorkflow,
  updateWorkflow,
} from '../../api-client/generated/sdk.gen.js';
import { workflowKey, type Workflow } from './use-draft.js';

type Ask = 'rename' | 'archive';

/** What can be done with the workflow as a whole. */
export function WorkflowMenu({ workflow }: { readonly workflow: Workflow }) {
  const [asking, setAsking] = useState<Ask>();
  const change = useChange(workflow.id);
  const path = { path: { id: workflow.id } };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label="More about this workflow">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsking('rename')}>Rename</Menu.Item>
          {workflow.state === 'published' && (
            <Menu.Item onClick={() => change.mutate(() => pauseWorkflow(path))}>
              Pause: start no new runs
            </Menu.Item>
          )}
          {workflow.state === 'paused' && (
            <Menu.Item onClick={() => change.mutate(() => resumeWorkflow(path))}>Resume</Menu.Item>
          )}
          {workflow.state !== 'archived' && (
            <Menu.Item color="red" onClick={() => setAsking('archive')}>
              Archive
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking === 'rename'} onClose={() => setAsking(undefined)} title="Rename">
        <Rename workflow={workflow} onDone={() => setAsking(undefined)} />
      </Modal>
      <Modal
        opened={asking === 'archive'}
        onClose={() => setAsking(undefined)}
        title={`Archive ${workflow.name}?`}
      >
        <Stack>
          <Text size="sm">
            It starts nothing any more and leaves the list. Runs under way go on to their end.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(undefined)}>
              Keep it
            </Button>
            <Button
              color="red"
              onClick={() =>
                change.mutate(() => archiveWorkflow({ ...path, body: { runs: 'finish' } }), {
                  onSuccess: () => setAsking(undefined),
                })
              }
            >
              Archive
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function Rename({ workflow, onDone }: { readonly workflow: Workflow; readonly onDone: () => void }) {
  const [name, setName] = useState(workflow.name);
  const change = useChange(workflow.id);
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
        {change.error && <Alert color="red">{change.error.message}</Alert>}
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

type Answer = ReturnType<typeof updateWorkflow>;

function useChange(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (make: () => Answer) => call(make()),
    onSuccess: async (changed) => {
      queries.setQueryData(workflowKey(id), { ...changed, definition: changed.definition as Definition });
      await queries.invalidateQueries({ queryKey: ['workflows'] });
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
}
