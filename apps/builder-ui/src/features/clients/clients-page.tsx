import { Anchor, Badge, Group, Text } from '@mantine/core';
import { call } from '../../api-client/api.js';
import { listClients } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { ListPage } from '../../kit/list-page.js';
import { RecordTable } from '../../kit/record-table.js';
import { SearchInput, useSearchText } from '../../kit/search-input.js';
import { m } from './messages.js';
import { NewClient } from './new-client.js';

export function ClientsPage() {
  const { typed, setTyped, wanted } = useSearchText();
  const query = usePages(keys.clients.list(wanted), (cursor) =>
    call(listClients({ query: { cursor, ...(wanted && { search: wanted }) } })),
  );
  return (
    <ListPage
      title={m.title}
      create={{ label: m.create, content: (close) => <NewClient onDone={close} /> }}
      filters={<SearchInput label={m.search} placeholder={m.searchBy} value={typed} onChange={setTyped} />}
      filtered={wanted !== ''}
      onClear={() => setTyped('')}
      query={query}
      empty={m.empty}
    >
      {(items) => (
        <RecordTable
          items={items}
          keyOf={(row) => row.id}
          columns={[
            {
              header: m.name,
              title: true,
              cell: (row) => (
                <Text fw={500}>
                  {row.firstName} {row.lastName}
                </Text>
              ),
            },
            {
              header: m.email,
              cell: (row) => row.email && <Anchor href={`mailto:${row.email}`}>{row.email}</Anchor>,
            },
            {
              header: m.phone,
              cell: (row) => row.phone && <Anchor href={`tel:${row.phone}`}>{row.phone}</Anchor>,
            },
            {
              header: m.tags,
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
    </ListPage>
  );
}
