import { Badge, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { listClients } from '../../api-client/generated/sdk.gen.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { RecordTable } from '../../kit/record-table.js';
import { usePages } from '../../api-client/use-pages.js';
import { NewClient } from './new-client.js';

const TYPING_PAUSE_MS = 250;

export function ClientsPage() {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const query = usePages(['clients', 'list', search], (cursor) =>
    call(listClients({ query: { cursor, ...(search && { search }) } })),
  );
  const [open, { open: show, close }] = useDisclosure();
  return (
    <Stack>
      <PageHead title="Clients">
        <Button onClick={show}>New client</Button>
      </PageHead>
      <TextInput
        aria-label="Search clients"
        placeholder="Name, company or mail address"
        maw={360}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ListStates query={query} filtered={search !== ''} empty="No client yet.">
        {(items) => (
          <RecordTable
            items={items}
            keyOf={(row) => row.id}
            columns={[
              {
                header: 'Name',
                title: true,
                cell: (row) => (
                  <Text fw={600}>
                    {row.firstName} {row.lastName}
                  </Text>
                ),
              },
              { header: 'Mail address', cell: (row) => row.email ?? '—' },
              { header: 'Phone', cell: (row) => row.phone ?? '—' },
              {
                header: 'Tags',
                cell: (row) => (
                  <Group gap={4}>
                    {row.tags.map((tag) => (
                      <Badge key={tag} variant="light" color="gray">
                        {tag}
                      </Badge>
                    ))}
                  </Group>
                ),
              },
            ]}
          />
        )}
      </ListStates>
      <MoreButton query={query} />
      <Modal opened={open} onClose={close} title="New client">
        <NewClient onDone={close} />
      </Modal>
    </Stack>
  );
}
