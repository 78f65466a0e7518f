import { call } from '../../api-client/api.js';
import { listStaff } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { contactColumns } from '../../domain/record/contact-columns.js';
import { TitleLink } from '../../domain/record/record-link.js';
import { useSearchText } from '../../kit/search-input.js';
import { TablePage } from '../../kit/table-page.js';
import { NewStaffMember } from './new-staff-member.js';
import { m } from './messages.js';

/** Who works on bookings, with or without a sign-in. */
export function StaffPage() {
  const search = useSearchText();
  const { wanted } = search;
  const query = usePages(keys.staff.list(wanted), (cursor) =>
    call(listStaff({ query: { cursor, ...(wanted && { search: wanted }) } })),
  );
  return (
    <TablePage
      query={query}
      search={{ ...search, label: m.search, placeholder: m.searchBy }}
      title={m.title}
      create={{ label: m.create, content: (close) => <NewStaffMember onDone={close} /> }}
      empty={m.empty}
      columns={[
        {
          header: m.name,
          title: true,
          cell: ({ id, firstName, lastName }) => (
            <TitleLink about={{ type: 'staff', id }} name={`${firstName} ${lastName}`.trim()} />
          ),
        },
        { header: m.position, cell: ({ position }) => position },
        ...contactColumns,
      ]}
    />
  );
}
