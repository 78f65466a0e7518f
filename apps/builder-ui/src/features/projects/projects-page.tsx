import { call } from '../../api-client/api.js';
import { listProjects } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { RecordLink, TitleLink } from '../../domain/record/record-link.js';
import { useCalendarDay } from '../../domain/use-moment.js';
import { useSearchText } from '../../kit/search-input.js';
import { TablePage } from '../../kit/table-page.js';
import { m } from './messages.js';

export function ProjectsPage() {
  const search = useSearchText();
  const { wanted } = search;
  const day = useCalendarDay();
  const query = usePages(keys.projects.list(wanted), (cursor) =>
    call(listProjects({ query: { cursor, ...(wanted && { search: wanted }) } })),
  );
  return (
    <TablePage
      query={query}
      search={{ ...search, label: m.search, placeholder: m.name }}
      title={m.title}
      empty={m.empty}
      columns={[
        {
          header: m.name,
          title: true,
          cell: ({ id, name }) => <TitleLink about={{ type: 'project', id }} name={name} />,
        },
        {
          header: m.client,
          cell: ({ clientId, clientName }) => (
            <RecordLink about={{ type: 'client', id: clientId }} name={clientName} />
          ),
        },
        { header: m.stage, cell: ({ stage }) => stage },
        { header: m.due, isNamed: true, cell: ({ dueOn }) => day(dueOn) },
      ]}
    />
  );
}
