import { Anchor, Badge, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listClients } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { useSearchText } from '../../kit/search-input.js';
import { TablePage } from '../../kit/table-page.js';
import { m } from './messages.js';
import { NewClient } from './new-client.js';

export function ClientsPage() {
  const search = useSearchText();
  const { wanted } = search;
  const query = usePages(keys.clients.list(wanted), (cursor) =>
    call(listClients({ query: { cursor, ...(wanted && { search: wanted }) } })),
  );
  return (
    <TablePage
      query={query}
      search={{ ...search, label: m.search, placeholder: m.searchBy }}
      title={m.title}
      create={{ label: m.create, content: (close) => <NewClient onDone={close} /> }}
      empty={m.empty}
      columns={[
        {
          header: m.name,
          title: true,
          cell: (row) => (
            <Anchor component={Link} to={`/clients/${row.id}`} fw={500} c="inherit">
              {row.firstName} {row.lastName}
            </Anchor>
          ),
        },
        {
          header: m.email,
          cell: ({ email, suppressed }) =>
            email && (
              <Group gap={6}>
                <Anchor href={`mailto:${email}`}>{email}</Anchor>
                {suppressed && (
                  <Badge variant="light" color={suppressed.reason === 'bounced' ? 'red' : 'gray'}>
                    {m.suppressed[suppressed.reason](suppressed.scope === 'all')}
                  </Badge>
                )}
              </Group>
            ),
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
  );
}
