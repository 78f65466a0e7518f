import { call } from '../../api-client/api.js';
import { listInquiries } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { TitleLink } from '../../domain/record/record-link.js';
import { useStatusFilter } from '../../domain/record/status-filter.js';
import { useCalendarDay, useMoment } from '../../domain/use-moment.js';
import { ListPage } from '../../kit/list-page.js';
import { RecordTable } from '../../kit/record-table.js';
import { StatusDot } from '../../kit/status-dot.js';
import { inquiryLabels, inquiryTones } from './inquiry-state.js';
import { m } from './messages.js';

const shown = {
  open: { label: m.open },
  answered: { label: m.answered },
  booked: { label: m.booked },
  closed: { label: m.closed },
} as const;

export function InquiriesPage() {
  const { status, tabs } = useStatusFilter(m.which, shown);
  const day = useCalendarDay();
  const moment = useMoment();
  const query = usePages(keys.inquiries.list(status, ''), (cursor) =>
    call(listInquiries({ query: { cursor, status } })),
  );
  return (
    <ListPage title={m.title} filters={tabs} query={query} empty={status === 'open' ? m.noneOpen : m.noneSo}>
      {(items) => (
        <RecordTable
          items={items}
          keyOf={({ id }) => id}
          columns={[
            {
              header: m.name,
              title: true,
              cell: ({ id, name }) => <TitleLink about={{ type: 'inquiry', id }} name={name} />,
            },
            { header: m.kind, cell: ({ kind }) => kind },
            {
              header: m.state,
              cell: (row) => <StatusDot tone={inquiryTones[row.status]} label={inquiryLabels[row.status]} />,
            },
            { header: m.eventOn, isNamed: true, cell: ({ eventOn }) => day(eventOn) },
            { header: m.received, isNamed: true, cell: ({ createdAt }) => moment(createdAt) },
          ]}
        />
      )}
    </ListPage>
  );
}
