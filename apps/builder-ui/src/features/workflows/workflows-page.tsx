import { Badge, Button, Group, Modal, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { createWorkflow, listWorkflows } from '../../api-client/generated/sdk.gen.js';
import { ListStates } from '../../shell/list-states.js';
import { momentWords } from '../../shell/moment.js';

const colors = { draft: 'gray', published: 'green', paused: 'yellow', archived: 'dark' } as const;

export function WorkflowsPage() {
  const query = useQuery({ queryKey: ['workflows'], queryFn: () => call(listWorkflows()) });
  const [open, { open: show, close }] = useDisclosure();
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          Workflows
        </Title>
        <Button onClick={show}>New workflow</Button>
      </Group>
      <ListStates query={query} empty="No workflow yet. Make the first one.">
        {(items) => (
          <Table.ScrollContainer minWidth={620}>
            <Table highlightOnHover verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Name</Table.Th>
                  <Table.Th>State</Table.Th>
                  <Table.Th>Active runs</Table.Th>
                  <Table.Th>Last run</Table.Th>
                  <Table.Th>Problems</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <Text component={Link} to={`/workflows/${row.id}`} fw={600} c="inherit">
                        {row.name}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {row.trigger}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Badge variant="light" color={colors[row.state]}>
                        {row.state}
                      </Badge>
                    </Table.Td>
                    <Table.Td>{row.activeRuns}</Table.Td>
                    <Table.Td>{momentWords(row.lastRunAt)}</Table.Td>
                    <Table.Td>{row.problems === 0 ? '—' : row.problems}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ListStates>
      <Modal opened={open} onClose={close} title="New workflow">
        <NewWorkflow />
      </Modal>
    </Stack>
  );
}

function NewWorkflow() {
  const [name, setName] = useState('');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => call(createWorkflow({ body: { name } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['workflows'] });
      await navigate({ to: '/workflows/$id', params: { id } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          required
          data-autofocus
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          error={create.error?.message}
        />
        <Button type="submit" loading={create.isPending}>
          Create
        </Button>
      </Stack>
    </form>
  );
}
