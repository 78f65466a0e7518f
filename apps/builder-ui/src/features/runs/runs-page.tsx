import { Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listRuns } from '../../api-client/generated/sdk.gen.js';
import { ListStates } from '../../shell/list-states.js';
import { momentWords } from '../../shell/moment.js';
import { useRunChanges } from './use-run-changes.js';

export const runColors = {
  starting: 'gray',
  running: 'blue',
  waiting: 'blue',
  paused: 'yellow',
  failed: 'red',
  completed: 'green',
  exited: 'gray',
  stopped: 'gray',
} as const;

export function RunsPage() {
  useRunChanges();
  const query = useQuery({ queryKey: ['runs', 'list'], queryFn: () => call(listRuns()) });
  return (
    <Stack>
      <Title order={1} size="h2">
        Runs
      </Title>
      <ListStates query={query} empty="No run yet. A published workflow starts one when its event happens.">
        {(items) => (
          <Table.ScrollContainer minWidth={640}>
            <Table highlightOnHover verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Client</Table.Th>
                  <Table.Th>Workflow</Table.Th>
                  <Table.Th>State</Table.Th>
                  <Table.Th>Next</Table.Th>
                  <Table.Th>Started</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((run) => (
                  <Table.Tr key={run.id}>
                    <Table.Td>
                      <Text component={Link} to={`/runs/${run.id}`} fw={600} c="inherit">
                        {run.clientName ?? 'No client'}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      {run.workflowName} v{run.version}
                    </Table.Td>
                    <Table.Td>
                      <Badge variant="light" color={runColors[run.status]}>
                        {run.status}
                      </Badge>
                      {run.reason && (
                        <Text size="sm" c="dimmed">
                          {run.reason}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>{run.status === 'waiting' ? momentWords(run.nextAt) : '—'}</Table.Td>
                    <Table.Td>{momentWords(run.createdAt)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ListStates>
    </Stack>
  );
}
