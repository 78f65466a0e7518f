import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { call } from '../../api-client/api.js';
import { listBookings } from '../../api-client/generated/sdk.gen.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { RecordTable } from '../../kit/record-table.js';
import { useMoment } from '../../domain/use-moment.js';
import { usePages } from '../../api-client/use-pages.js';
import { BookingMenu } from './booking-menu.js';
import { bookingTones, bookingWords } from './booking-state.js';
import { NewBooking } from './new-booking.js';
import { StatusDot } from '../../kit/status-dot.js';

export function BookingsPage() {
  const query = usePages(['bookings'], (cursor) => call(listBookings({ query: { cursor } })));
  const [open, { open: show, close }] = useDisclosure();
  const moment = useMoment();
  return (
    <Stack>
      <PageHead title="Bookings">
        <Button onClick={show}>New booking</Button>
      </PageHead>
      <ListStates query={query} empty="No booking yet. A new one starts the workflows that wait for it.">
        {(items) => (
          <RecordTable
            items={items}
            keyOf={(row) => row.id}
            columns={[
              { header: 'Title', title: true, cell: (row) => <Text fw={600}>{row.title}</Text> },
              { header: 'Client', cell: (row) => row.clientName },
              {
                header: 'State',
                cell: (row) => <StatusDot tone={bookingTones[row.status]} label={bookingWords[row.status]} />,
              },
              { header: 'Starts', cell: (row) => moment(row.startsAt) },
              { header: 'Change', cell: (row) => <BookingMenu booking={row} /> },
            ]}
          />
        )}
      </ListStates>
      <MoreButton query={query} />
      <Modal opened={open} onClose={close} title="New booking">
        <NewBooking onDone={close} />
      </Modal>
    </Stack>
  );
}
