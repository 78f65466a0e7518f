import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getVendor } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { PersonPage } from '../../domain/record/person-page.js';
import { QueryGate } from '../../kit/query-gate.js';
import { m } from './messages.js';

/** One vendor: what was written with them. */
export function VendorPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.vendors.one(id),
    queryFn: () => call(getVendor({ path: { id } })),
  });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {({ name, trade, contact, ...person }) => (
        <PersonPage
          {...person}
          about={{ type: 'vendor', id }}
          name={name}
          place={m.title}
          listAt="/vendors"
          facts={[
            { label: m.trade, value: trade },
            { label: m.contact, value: contact },
          ]}
        />
      )}
    </QueryGate>
  );
}
