import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getStaffMember } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { PersonPage } from '../../domain/record/person-page.js';
import { QueryGate } from '../../kit/query-gate.js';
import { m } from './messages.js';

/** One staff member: what was written with them, and what they have to do. */
export function StaffMemberPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.staff.one(id),
    queryFn: () => call(getStaffMember({ path: { id } })),
  });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {({ firstName, lastName, position, ...person }) => (
        <PersonPage
          {...person}
          about={{ type: 'staff', id }}
          name={`${firstName} ${lastName}`.trim()}
          place={m.title}
          listAt="/staff"
          facts={[{ label: m.position, value: position }]}
        />
      )}
    </QueryGate>
  );
}
