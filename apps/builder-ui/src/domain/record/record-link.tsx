import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getClient } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import type { About } from '../compose/letter.js';

const places: Readonly<Record<About['type'], string>> = {
  client: '/clients',
  vendor: '/vendors',
  staff: '/staff',
  booking: '/bookings',
  invoice: '/invoices',
  inquiry: '/inquiries',
  project: '/projects',
};

/** Where a record is. */
export const placeOf = ({ type, id }: About): string => `${places[type]}/${id}`;

/** Leads to a record by its name. */
export const RecordLink = ({ about, name }: { readonly about: About; readonly name: string }) => (
  <Anchor component={Link} to={placeOf(about)} size="sm">
    {name}
  </Anchor>
);

/** The same where it names a row. */
export const TitleLink = ({ about, name }: { readonly about: About; readonly name: string }) => (
  <Anchor component={Link} to={placeOf(about)} fw={500} c="inherit">
    {name}
  </Anchor>
);

/** A client of whom only the id is known. */
export function ClientLink({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: keys.clients.one(id),
    queryFn: () => call(getClient({ path: { id } })),
  });
  return data ? (
    <RecordLink about={{ type: 'client', id }} name={`${data.firstName} ${data.lastName}`.trim()} />
  ) : null;
}
