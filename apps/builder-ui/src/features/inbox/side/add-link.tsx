import { Button, Group, Popover, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import IconPlus from '~icons/tabler/plus';
import { useState } from 'react';
import { keys } from '../../../api-client/keys.js';
import { m } from '../messages.js';
import type { RecordRef } from '../thread-types.js';
import { findRecords } from './find-records.js';

interface Props {
  readonly isBusy: boolean;
  readonly onAdd: (record: RecordRef) => void;
}

type Type = RecordRef['type'];
const TYPING_PAUSE_MS = 250;
const types = Object.entries(m.types).map(([value, label]) => ({ value: value as Type, label }));

/** Says to which record a conversation belongs: of a kind, found by its name. */
export function AddLink({ isBusy, onAdd }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [type, setType] = useState<Type>('client');
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery({
    queryKey: keys.recordsFound(type, wanted),
    queryFn: () => findRecords[type](wanted),
    placeholderData: keepPreviousData,
    enabled: isOpen,
  });
  const choose = (next: Type) => {
    setType(next);
    setChosen(null);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus width={280} position="bottom-start">
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          mt={6}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {m.addLink}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Select
            label={m.whichType}
            allowDeselect={false}
            data={types}
            value={type}
            onChange={(next) => next && choose(next)}
            comboboxProps={{ withinPortal: false }}
          />
          <Select
            label={m.types[type]}
            placeholder={m.find}
            searchable
            data={found.data ?? []}
            filter={({ options }) => options}
            value={chosen}
            onChange={setChosen}
            onSearchChange={setTyped}
            comboboxProps={{ withinPortal: false }}
          />
          <Group justify="flex-end">
            <Button
              size="compact-sm"
              disabled={chosen === null}
              loading={isBusy}
              onClick={() => {
                if (chosen !== null) onAdd({ type, id: chosen });
                setOpen(false);
              }}
            >
              {m.link}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
