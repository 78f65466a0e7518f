import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listWorkflows } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { useMoment } from '../../domain/use-moment.js';
import { stateLabels, stateTones } from '../../domain/workflow-state.js';
import { StatusDot } from '../../kit/status-dot.js';
import { TablePage } from '../../kit/table-page.js';
import { m } from './messages.js';
import { NewWorkflow } from './new-workflow.js';

export function WorkflowsPage() {
  const query = usePages(keys.workflows.list, (cursor) => call(listWorkflows({ query: { cursor } })));
  const moment = useMoment();
  return (
    <TablePage
      query={query}
      title={m.title}
      create={{ label: m.create, content: () => <NewWorkflow /> }}
      empty={m.empty}
      columns={[
        {
          header: m.name,
          title: true,
          cell: (row) => (
            <>
              <Anchor component={Link} to={`/workflows/${row.id}`} fw={500} c="inherit">
                {row.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {row.trigger}
              </Text>
            </>
          ),
        },
        {
          header: m.state,
          cell: (row) => <StatusDot tone={stateTones[row.state]} label={stateLabels[row.state]} />,
        },
        {
          header: m.activeRuns,
          isNamed: true,
          cell: (row) => (
            <Anchor component={Link} to={`/runs?workflow=${row.id}`} c="inherit">
              {row.activeRuns}
            </Anchor>
          ),
        },
        { header: m.lastRun, isNamed: true, cell: (row) => moment(row.lastRunAt) },
        { header: m.problems, isNamed: true, cell: (row) => (row.problems === 0 ? '' : row.problems) },
      ]}
    />
  );
}
