import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getBooking } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { ComposeButton } from '../../domain/compose/compose-button.js';
import { choiceLabel } from '../../domain/labels/labels.js';
import { RecordLink } from '../../domain/record/record-link.js';
import { RecordPage } from '../../domain/record/record-page.js';
import { useWeekday } from '../../domain/use-moment.js';
import { FactCard, Facts } from '../../kit/fact-card.js';
import { QueryGate } from '../../kit/query-gate.js';
import { StatusDot } from '../../kit/status-dot.js';
import { BookingMenu } from './booking-menu.js';
import { bookingLabels, bookingTones } from './booking-state.js';
import { m } from './messages.js';

/** One booking: when and where, who is on it, what was written and what is to come. */
export function BookingPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.bookings.one(id),
    queryFn: () => call(getBooking({ path: { id } })),
  });
  const moment = useWeekday();
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {(booking) => (
        <RecordPage
          about={{ type: 'booking', id }}
          title={booking.title}
          place={m.title}
          listAt="/bookings"
          state={
            <StatusDot tone={bookingTones[booking.status]} label={bookingLabels[booking.status]} isLive />
          }
          contact={[moment(booking.startsAt), booking.location].filter(Boolean).join(' · ')}
          actions={
            <>
              <ComposeButton about={{ type: 'booking', id }} label={m.writeEmail} variant="filled" />
              <BookingMenu booking={booking} />
            </>
          }
          first={
            <FactCard title={m.about}>
              <Facts
                facts={[
                  {
                    label: m.client,
                    value: (
                      <RecordLink
                        about={{ type: 'client', id: booking.clientId }}
                        name={booking.clientName}
                      />
                    ),
                  },
                  { label: m.kind, value: choiceLabel('booking.kind', booking.kind) },
                  { label: m.starts, value: moment(booking.startsAt) },
                  { label: m.ends, value: moment(booking.endsAt) },
                  { label: m.where, value: booking.location },
                  {
                    label: m.project,
                    value: booking.projectId && (
                      <RecordLink about={{ type: 'project', id: booking.projectId }} name={m.openProject} />
                    ),
                  },
                  { label: m.notes, value: booking.notes },
                ]}
              />
            </FactCard>
          }
        >
          <People
            title={m.vendors}
            people={booking.vendors.map(({ vendorId, name, service }) => ({
              type: 'vendor',
              id: vendorId,
              name,
              does: service,
            }))}
          />
          <People
            title={m.staff}
            people={booking.staff.map(({ staffId, name, duty }) => ({
              type: 'staff',
              id: staffId,
              name,
              does: duty,
            }))}
          />
        </RecordPage>
      )}
    </QueryGate>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly people: readonly {
    readonly type: 'vendor' | 'staff';
    readonly id: string;
    readonly name: string;
    readonly does: string;
  }[];
}

const People = ({ title, people }: PeopleProps) =>
  people.length > 0 && (
    <FactCard title={title}>
      <Stack gap={4} align="flex-start">
        {people.map(({ type, id, name, does }) => (
          <RecordLink key={id} about={{ type, id }} name={[name, does].filter(Boolean).join(' · ')} />
        ))}
      </Stack>
    </FactCard>
  );
