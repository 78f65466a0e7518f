import { call } from '../../api-client/api.js';
import { listVendors } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { contactColumns } from '../../domain/record/contact-columns.js';
import { TitleLink } from '../../domain/record/record-link.js';
import { useSearchText } from '../../kit/search-input.js';
import { TablePage } from '../../kit/table-page.js';
import { NewVendor } from './new-vendor.js';
import { m } from './messages.js';

/** Whom the studio works with. */
export function VendorsPage() {
  const search = useSearchText();
  const { wanted } = search;
  const query = usePages(keys.vendors.list(wanted), (cursor) =>
    call(listVendors({ query: { cursor, ...(wanted && { search: wanted }) } })),
  );
  return (
    <TablePage
      query={query}
      search={{ ...search, label: m.search, placeholder: m.searchBy }}
      title={m.title}
      create={{ label: m.create, content: (close) => <NewVendor onDone={close} /> }}
      empty={m.empty}
      columns={[
        {
          header: m.name,
          title: true,
          cell: ({ id, name }) => <TitleLink about={{ type: 'vendor', id }} name={name} />,
        },
        { header: m.trade, cell: ({ trade }) => trade },
        ...contactColumns,
      ]}
    />
  );
}
