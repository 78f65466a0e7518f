import { call } from '../../api-client/api.js';
import { listInvoices } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { TitleLink } from '../../domain/record/record-link.js';
import { useStatusFilter } from '../../domain/record/status-filter.js';
import { useCalendarDay } from '../../domain/use-moment.js';
import { useMoney } from '../../domain/use-money.js';
import { ListPage } from '../../kit/list-page.js';
import { RecordTable } from '../../kit/record-table.js';
import { StatusDot } from '../../kit/status-dot.js';
import { invoiceLabels, invoiceTones } from './invoice-state.js';
import { m } from './messages.js';

const shown = {
  all: { label: m.all },
  issued: { label: m.issued },
  overdue: { label: m.overdue },
  paid: { label: m.paid },
} as const;

export function InvoicesPage() {
  const { status, tabs } = useStatusFilter(m.which, shown);
  const day = useCalendarDay();
  const money = useMoney();
  const query = usePages(keys.invoices.list(status, ''), (cursor) =>
    call(listInvoices({ query: { cursor, ...(status !== 'all' && { status }) } })),
  );
  return (
    <ListPage title={m.title} filters={tabs} query={query} empty={status === 'all' ? m.empty : m.noneSo}>
      {(items) => (
        <RecordTable
          items={items}
          keyOf={({ id }) => id}
          columns={[
            {
              header: m.number,
              title: true,
              cell: ({ id, number }) => <TitleLink about={{ type: 'invoice', id }} name={number} />,
            },
            {
              header: m.state,
              cell: (row) => <StatusDot tone={invoiceTones[row.status]} label={invoiceLabels[row.status]} />,
            },
            { header: m.total, cell: (row) => money(row.totalMinor, row.currency) },
            {
              header: m.open,
              isNamed: true,
              cell: (row) => money(Math.max(0, row.totalMinor - row.paidMinor), row.currency),
            },
            { header: m.due, isNamed: true, cell: ({ dueOn }) => day(dueOn) },
          ]}
        />
      )}
    </ListPage>
  );
}
