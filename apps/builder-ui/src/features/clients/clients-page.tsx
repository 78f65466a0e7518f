import { Badge, Group } from '@mantine/core';
import { call } from '../../api-client/api.js';
import { listClients } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { contactColumns } from '../../domain/record/contact-columns.js';
import { TitleLink } from '../../domain/record/record-link.js';
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
          cell: ({ id, firstName, lastName }) => (
            <TitleLink about={{ type: 'client', id }} name={`${firstName} ${lastName}`.trim()} />
          ),
        },
        ...contactColumns,
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
