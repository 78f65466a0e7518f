import { Anchor, Badge, Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listWorkflows } from '../../api-client/generated/sdk.gen.js';
import { ListStates, MoreButton } from '../../shell/list-states.js';
import { PageHead } from '../../shell/page-head.js';
import { RecordTable } from '../../shell/record-table.js';
import { useMoment } from '../../shell/use-moment.js';
import { usePages } from '../../shell/use-pages.js';
import { NewWorkflow } from './new-workflow.js';
import { stateColors, stateWords } from './workflow-state.js';

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
                cell: (row) => (
                  <Badge variant="light" color={stateColors[row.state]}>
                    {stateWords[row.state]}
                  </Badge>
                ),
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
