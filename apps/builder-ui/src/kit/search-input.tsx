import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconSearch from '~icons/tabler/search';
import { useState } from 'react';

const TYPING_PAUSE_MS = 250;

/** What is searched for: `wanted` follows `typed` a moment after the last letter. */
export interface SearchText {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly wanted: string;
}

export function useSearchText(): SearchText {
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  return { typed, setTyped, wanted };
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const SearchInput = ({ label, placeholder, value, onChange }: Props) => (
  <TextInput
    type="search"
    aria-label={label}
    placeholder={placeholder}
    leftSection={<IconSearch size={16} stroke={1.75} />}
    maw={360}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
