import { Anchor, Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listWorkflows } from '../../api-client/generated/sdk.gen.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { RecordTable } from '../../kit/record-table.js';
import { useMoment } from '../../domain/use-moment.js';
import { usePages } from '../../api-client/use-pages.js';
import { NewWorkflow } from './new-workflow.js';
import { stateTones, stateWords } from '../../domain/workflow-state.js';
import { StatusDot } from '../../kit/status-dot.js';

export function WorkflowsPage() {
  const query = usePages(['workflows', 'pages'], (cursor) => call(listWorkflows({ query: { cursor } })));
  const [open, { open: show, close }] = useDisclosure();
  const moment = useMoment();
  return (
    <Stack>
      <PageHead title="Workflows">
        <Button onClick={show}>New workflow</Button>
      </PageHead>
      <ListStates query={query} empty="No workflow yet. Make the first one.">
        {(items) => (
          <RecordTable
            items={items}
            keyOf={(row) => row.id}
            columns={[
              {
                header: 'Name',
                title: true,
                cell: (row) => (
                  <>
                    <Anchor component={Link} to={`/workflows/${row.id}`} fw={600} c="inherit">
                      {row.name}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {row.trigger}
                    </Text>
                  </>
                ),
              },
              {
                header: 'State',
                cell: (row) => <StatusDot tone={stateTones[row.state]} label={stateWords[row.state]} />,
              },
              {
                header: 'Active runs',
                cell: (row) => (
                  <Anchor component={Link} to={`/runs?workflow=${row.id}`} c="inherit">
                    {row.activeRuns}
                  </Anchor>
                ),
              },
              { header: 'Last run', cell: (row) => moment(row.lastRunAt) },
              { header: 'Problems', cell: (row) => (row.problems === 0 ? '—' : row.problems) },
            ]}
          />
        )}
      </ListStates>
      <MoreButton query={query} />
      <Modal opened={open} onClose={close} title="New workflow">
        <NewWorkflow />
      </Modal>
    </Stack>
  );
}
