import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { listBookings } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { RecordLink } from '../../domain/record/record-link.js';
import { useWeekday } from '../../domain/use-moment.js';
import { FactCard } from '../../kit/fact-card.js';
import { m } from './messages.js';

/** The client’s booking that comes next; nothing where none does. */
export function NextBooking({ clientId }: { readonly clientId: string }) {
  const { data } = useQuery({
    queryKey: keys.bookings.ofClient(clientId),
    queryFn: () => call(listBookings({ query: { clientId, limit: 200 } })),
  });
  const [now] = useState(() => Date.now());
  const moment = useWeekday();
  const [next] = (data?.items ?? [])
    .filter(({ status, endsAt }) => status !== 'cancelled' && Date.parse(endsAt) >= now)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  if (!next) return null;
  return (
    <FactCard title={m.nextBooking}>
      <RecordLink about={{ type: 'booking', id: next.id }} name={next.title} />
      <Text size="xs" c="dimmed">
        {[moment(next.startsAt), next.location].filter(Boolean).join(' · ')}
      </Text>
    </FactCard>
  );
}
