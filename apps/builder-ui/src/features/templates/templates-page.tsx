import { Anchor, Badge, Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { listTemplates } from '../../api-client/generated/sdk.gen.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { RecordTable } from '../../kit/record-table.js';
import { useMoment } from '../../domain/use-moment.js';
import { usePages } from '../../api-client/use-pages.js';
import { NewTemplate } from '../../domain/templates/new-template.js';

export function TemplatesPage() {
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const query = usePages(['templates', 'pages', wanted], (cursor) =>
    call(listTemplates({ query: { cursor, ...(wanted && { search: wanted }) } })),
  );
  const [open, { open: show, close }] = useDisclosure();
  const navigate = useNavigate();
  const moment = useMoment();
  return (
    <Stack>
      <PageHead title="Templates" about="The mails that workflows send, filled in for each client.">
        <Button onClick={show}>New template</Button>
      </PageHead>
      <TextInput
        aria-label="Search templates"
        placeholder="Name or subject"
        leftSection={<IconSearch size={16} />}
        maw={360}
        value={search}
        onChange={(e) => setSearch(e.currentTarget.value)}
      />
      <ListStates
        query={query}
        filtered={wanted !== ''}
        empty="No template yet. Write the first one; workflows send it."
      >
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
                    <Anchor component={Link} to={`/templates/${row.id}`} fw={600} c="inherit">
                      {row.name}
                    </Anchor>
                    <Text size="sm" c="dimmed" lineClamp={1}>
                      {row.subject || 'No subject yet'}
                    </Text>
                  </>
                ),
              },
              {
                header: 'Used in',
                cell: (row) =>
                  row.usedIn === 0
                    ? 'Not used'
                    : `${row.usedIn} ${row.usedIn === 1 ? 'workflow' : 'workflows'}`,
              },
              {
                header: 'Problems',
                cell: (row) =>
                  row.problems === 0 ? (
                    '—'
                  ) : (
                    <Badge variant="light" color="red">
                      {row.problems}
                    </Badge>
                  ),
              },
              { header: 'Changed', cell: (row) => moment(row.updatedAt) },
            ]}
          />
        )}
      </ListStates>
      <MoreButton query={query} />
      <Modal opened={open} onClose={close} title="New template">
        <NewTemplate
          event="booking.created"
          onCreated={({ id }) => void navigate({ to: '/templates/$id', params: { id } })}
        />
      </Modal>
    </Stack>
  );
}
