import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listTasks } from '../../api-client/generated/sdk.gen.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { RecordTable } from '../../kit/record-table.js';
import { useMoment } from '../../domain/use-moment.js';
import { usePages } from '../../api-client/use-pages.js';
import type { Task } from './task.js';
import { TaskActions } from './task-actions.js';
import { TaskDue } from './task-due.js';

type Status = Task['status'];

const statuses: Readonly<Record<Status, { readonly label: string; readonly empty: string }>> = {
  open: { label: 'Open', empty: 'No open task. Workflows put theirs here.' },
  done: { label: 'Done', empty: 'No task is done yet.' },
  dropped: { label: 'Dropped', empty: 'No task was dropped.' },
};
const isStatus = (value: unknown): value is Status => typeof value === 'string' && value in statuses;

/** What is to be done by hand, by whom and until when. */
export function TasksPage() {
  const { status: given }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const status = isStatus(given) ? given : 'open';
  const navigate = useNavigate();
  const moment = useMoment();
  const query = usePages(['tasks', 'list', status], (cursor) =>
    call(listTasks({ query: { status, cursor } })),
  );
  return (
    <Stack>
      <PageHead title="Tasks" about="What workflows and your team leave to be done by hand." />
      <SegmentedControl
        aria-label="Which tasks"
        style={{ alignSelf: 'flex-start' }}
        value={status}
        onChange={(next) => void navigate({ to: '/tasks', search: next === 'open' ? {} : { status: next } })}
        data={Object.entries(statuses).map(([value, { label }]) => ({ value, label }))}
      />
      <ListStates query={query} empty={statuses[status].empty}>
        {(items) => (
          <RecordTable
            items={items}
            keyOf={(task) => task.id}
            columns={[
              {
                header: 'Task',
                title: true,
                cell: (task) => (
                  <div>
                    <Text fw={600}>{task.title}</Text>
                    {task.notes && (
                      <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
                        {task.notes}
                      </Text>
                    )}
                  </div>
                ),
              },
              {
                header: 'About',
                cell: ({ clientName, bookingTitle }) =>
                  [clientName, bookingTitle].filter(Boolean).join(', ') || '—',
              },
              { header: 'For', cell: (task) => task.assigneeName ?? 'Nobody yet' },
              {
                header: 'Due',
                cell: (task) =>
                  status === 'open' && task.dueAt ? <TaskDue dueAt={task.dueAt} /> : moment(task.dueAt),
              },
              { header: 'Actions', cell: (task) => <TaskActions task={task} /> },
            ]}
          />
        )}
      </ListStates>
      <MoreButton query={query} />
    </Stack>
  );
}
