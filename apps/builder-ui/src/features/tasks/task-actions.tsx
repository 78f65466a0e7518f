import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { dropTask, finishTask, reopenTask } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { m } from './messages.js';
import type { Task } from './task.js';

/** What can become of a task. */
export function TaskActions({ task: { id, title, status } }: { readonly task: Task }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (make: typeof finishTask) => call(make({ path: { id } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.tasks.all }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  const button = (label: string, make: typeof finishTask) => (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={m.of(label, title)}
      disabled={change.isPending}
      onClick={() => change.mutate(make)}
    >
      {label}
    </Button>
  );
  return (
    <Group gap={6} wrap="nowrap">
      {status === 'open' ? (
        <>
          {button(m.finish, finishTask)}
          {button(m.drop, dropTask)}
        </>
      ) : (
        button(m.reopen, reopenTask)
      )}
    </Group>
  );
}
