import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api-client/api.js';
import { getClient, listClients } from '../api-client/generated/sdk.gen.js';
import { keys } from '../api-client/keys.js';
import { m } from './messages.js';

const TYPING_PAUSE_MS = 250;
const nameOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }) =>
  `${firstName} ${lastName}`.trim();

interface Props extends Pick<
  SelectProps,
  'label' | 'placeholder' | 'required' | 'clearable' | 'error' | 'description'
> {
  readonly value: string | null;
  readonly onChange: (clientId: string | null) => void;
}

/** One client of however many: what is typed is searched for by the server. */
export function ClientSelect({ value, onChange, ...inputProps }: Props) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const chosen = useQuery({
    queryKey: keys.clients.one(value),
    queryFn: () => call(getClient({ path: { id: value! } })),
    enabled: value !== null,
  });
  // The name of the chosen one is no search.
  const wanted = chosen.data && search === nameOf(chosen.data) ? '' : search;
  const found = useQuery({
    queryKey: keys.clients.choice(wanted),
    queryFn: () => call(listClients({ query: { limit: 50, ...(wanted && { search: wanted }) } })),
    placeholderData: keepPreviousData,
  });
  const items = [...(found.data?.items ?? [])];
  if (chosen.data && !items.some(({ id }) => id === chosen.data.id)) items.unshift(chosen.data);
  return (
    <Select
      {...inputProps}
      searchable
      nothingFoundMessage={found.isFetching ? m.searching : m.noClient(search)}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      data={items.map((client) => ({ value: client.id, label: nameOf(client) }))}
    />
  );
}
