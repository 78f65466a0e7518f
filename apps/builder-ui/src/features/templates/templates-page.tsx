import { Anchor, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listTemplates } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { NewTemplate } from '../../domain/templates/new-template.js';
import { useMoment } from '../../domain/use-moment.js';
import { useSearchText } from '../../kit/search-input.js';
import { StatusDot } from '../../kit/status-dot.js';
import { TablePage } from '../../kit/table-page.js';
import { m } from './messages.js';

export function TemplatesPage() {
  const search = useSearchText();
  const { wanted } = search;
  const query = usePages(keys.templates.list(wanted), (cursor) =>
    call(listTemplates({ query: { cursor, ...(wanted && { search: wanted }) } })),
  );
  const navigate = useNavigate();
  const moment = useMoment();
  return (
    <TablePage
      query={query}
      title={m.title}
      about={m.about}
      create={{
        label: m.create,
        content: () => (
          <NewTemplate
            event="booking.created"
            onCreated={({ id }) => void navigate({ to: '/templates/$id', params: { id } })}
          />
        ),
      }}
      search={{ ...search, label: m.search, placeholder: m.searchBy }}
      empty={m.empty}
      columns={[
        {
          header: m.name,
          title: true,
          cell: (row) => (
            <>
              <Anchor component={Link} to={`/templates/${row.id}`} fw={500} c="inherit">
                {row.name}
              </Anchor>
              <Text size="xs" c="dimmed" lineClamp={1}>
                {row.subject || m.noSubject}
              </Text>
            </>
          ),
        },
        { header: m.usedIn, cell: (row) => (row.usedIn === 0 ? m.notUsed : m.workflows(row.usedIn)) },
        {
          header: m.problems,
          cell: (row) => row.problems > 0 && <StatusDot tone="broken" label={m.problem(row.problems)} />,
        },
        { header: m.changed, isNamed: true, cell: (row) => moment(row.updatedAt) },
      ]}
    />
  );
}
