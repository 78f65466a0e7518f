import type { ComponentProps } from 'react';
import { ListPage } from './list-page.js';
import { RecordTable, type Column } from './record-table.js';
import { SearchInput, type SearchText } from './search-input.js';

interface Props<T> extends Omit<
  ComponentProps<typeof ListPage<T>>,
  'children' | 'filters' | 'filtered' | 'onClear'
> {
  readonly columns: readonly Column<T>[];
  /** What is typed, as `useSearchText` has it, with the names of the field. */
  readonly search?: SearchText & { readonly label: string; readonly placeholder: string };
}

/** A page with a table of records, perhaps with a field to search them by. */
export function TablePage<T extends { readonly id: string }>({ columns, search, ...page }: Props<T>) {
  const filters = search && {
    filters: (
      <SearchInput
        label={search.label}
        placeholder={search.placeholder}
        value={search.typed}
        onChange={search.setTyped}
      />
    ),
    filtered: search.wanted !== '',
    onClear: () => search.setTyped(''),
  };
  return (
    <ListPage {...page} {...filters}>
      {(items) => <RecordTable items={items} keyOf={(row) => row.id} columns={columns} />}
    </ListPage>
  );
}
