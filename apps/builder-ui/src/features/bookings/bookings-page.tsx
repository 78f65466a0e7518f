import { call } from '../../api-client/api.js';
import { listBookings } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { TitleLink } from '../../domain/record/record-link.js';
import { useMoment } from '../../domain/use-moment.js';
import { StatusDot } from '../../kit/status-dot.js';
import { BookingActions } from './booking-actions.js';
import { bookingLabels, bookingTones } from './booking-state.js';
import { TablePage } from '../../kit/table-page.js';
import { m } from './messages.js';
import { NewBooking } from './new-booking.js';

export function BookingsPage() {
  const query = usePages(keys.bookings.list, (cursor) => call(listBookings({ query: { cursor } })));
  const moment = useMoment();
  return (
    <TablePage
      query={query}
      title={m.title}
      create={{ label: m.create, content: (close) => <NewBooking onDone={close} /> }}
      empty={m.empty}
      columns={[
        {
          header: m.name,
          title: true,
          cell: ({ id, title }) => <TitleLink about={{ type: 'booking', id }} name={title} />,
        },
        { header: m.client, cell: (row) => row.clientName },
        {
          header: m.state,
          cell: (row) => <StatusDot tone={bookingTones[row.status]} label={bookingLabels[row.status]} />,
        },
        { header: m.starts, isNamed: true, cell: (row) => moment(row.startsAt) },
        { header: m.change, isAction: true, cell: (row) => <BookingActions booking={row} /> },
      ]}
    />
  );
}
