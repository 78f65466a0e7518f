import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getInvoice } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { ComposeButton } from '../../domain/compose/compose-button.js';
import { ClientLink, RecordLink } from '../../domain/record/record-link.js';
import { RecordPage } from '../../domain/record/record-page.js';
import { useCalendarDay } from '../../domain/use-moment.js';
import { useMoney } from '../../domain/use-money.js';
import { FactCard, Facts } from '../../kit/fact-card.js';
import { QueryGate } from '../../kit/query-gate.js';
import { StatusDot } from '../../kit/status-dot.js';
import { invoiceLabels, invoiceTones } from './invoice-state.js';
import { m } from './messages.js';

/** One invoice: what is open of it, and what was written about it. */
export function InvoicePage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.invoices.one(id),
    queryFn: () => call(getInvoice({ path: { id } })),
  });
  const day = useCalendarDay();
  const money = useMoney();
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {({ number, status, clientId, bookingId, totalMinor, paidMinor, currency, issuedOn, dueOn }) => (
        <RecordPage
          about={{ type: 'invoice', id }}
          title={number}
          place={m.title}
          listAt="/invoices"
          state={<StatusDot tone={invoiceTones[status]} label={invoiceLabels[status]} isLive />}
          contact={money(totalMinor, currency)}
          actions={<ComposeButton about={{ type: 'invoice', id }} label={m.writeEmail} variant="filled" />}
          first={
            <FactCard title={m.about}>
              <Facts
                facts={[
                  { label: m.client, value: <ClientLink id={clientId} /> },
                  {
                    label: m.booking,
                    value: bookingId && (
                      <RecordLink about={{ type: 'booking', id: bookingId }} name={m.openBooking} />
                    ),
                  },
                  { label: m.total, value: money(totalMinor, currency) },
                  { label: m.paid, value: money(paidMinor, currency) },
                  { label: m.issuedOn, value: day(issuedOn) },
                  { label: m.due, value: day(dueOn) },
                ]}
              />
            </FactCard>
          }
        />
      )}
    </QueryGate>
  );
}
