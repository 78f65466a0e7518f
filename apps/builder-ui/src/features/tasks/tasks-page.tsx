import { Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listTasks } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { useMoment } from '../../domain/use-moment.js';
import { ListPage } from '../../kit/list-page.js';
import { RecordTable } from '../../kit/record-table.js';
import { StateTabs } from '../../kit/state-tabs.js';
import { m } from './messages.js';
import type { Task } from './task.js';
import { TaskActions } from './task-actions.js';
import { TaskDue } from './task-due.js';

type Status = Task['status'];

const statuses: Readonly<Record<Status, { readonly label: string; readonly empty: string }>> = {
  open: { label: m.open, empty: m.noOpen },
  done: { label: m.done, empty: m.noDone },
  dropped: { label: m.dropped, empty: m.noDropped },
};
const isStatus = (value: unknown): value is Status => typeof value === 'string' && value in statuses;

/** What is to be done by hand, by whom and until when. */
export function TasksPage() {
  const { status: given }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const status = isStatus(given) ? given : 'open';
  const navigate = useNavigate();
  const moment = useMoment();
  const query = usePages(keys.tasks.list(status), (cursor) => call(listTasks({ query: { status, cursor } })));
  return (
    <ListPage
      title={m.title}
      about={m.about}
      filters={
        <StateTabs
          label={m.which}
          states={statuses}
          value={status}
          onChange={(next) =>
            void navigate({ to: '/tasks', search: next === 'open' ? {} : { status: next } })
          }
        />
      }
      query={query}
      empty={statuses[status].empty}
    >
      {(items) => (
        <RecordTable
          items={items}
          keyOf={(task) => task.id}
          columns={[
            { header: m.task, title: true, cell: (task) => <TaskTitle task={task} /> },
            {
              header: m.record,
              cell: ({ clientName, bookingTitle }) => [clientName, bookingTitle].filter(Boolean).join(', '),
            },
            { header: m.assignee, cell: (task) => task.assigneeName ?? m.nobody },
            {
              header: m.due,
              cell: (task) =>
                status === 'open' && task.dueAt ? <TaskDue dueAt={task.dueAt} /> : moment(task.dueAt),
            },
            { header: m.actions, isAction: true, cell: (task) => <TaskActions task={task} /> },
          ]}
        />
      )}
    </ListPage>
  );
}

const TaskTitle = ({ task: { title, notes } }: { readonly task: Task }) => (
  <div>
    <Text fw={500}>{title}</Text>
    {notes && (
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
        {notes}
      </Text>
    )}
  </div>
);
