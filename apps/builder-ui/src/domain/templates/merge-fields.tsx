import { Select, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { eventTypes, fieldsFor, recordSpec, type EventType, type Field } from '@cueline/workflows';
import { useState } from 'react';
import { useMe } from '../use-me.js';
import { sampleWords } from './sample-value.js';
import styles from './merge-fields.module.css';

interface Props {
  readonly event: EventType;
  readonly onEvent: (event: EventType) => void;
  readonly onInsert: (field: Field) => void;
}

const groups = [...new Set(eventTypes.map(({ group }) => group))].map((group) => ({
  group,
  items: eventTypes.filter((spec) => spec.group === group).map(({ type, label }) => ({ value: type, label })),
}));

/** What a template can be filled in with, each field with its sample value; one click puts it where the cursor is. */
export function MergeFields({ event, onEvent, onInsert }: Props) {
  const { locale, zone } = useMe();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = fieldsFor(event).filter(({ path, label }) =>
    `${recordLabel(path)} ${label} ${path}`.toLowerCase().includes(wanted),
  );
  const records = [...new Set(found.map(({ path }) => recordLabel(path)))];
  return (
    <Stack gap="xs" className={styles['fields']} role="group" aria-label="Merge fields">
      <Select
        label="Merge fields known when"
        searchable
        allowDeselect={false}
        value={event}
        onChange={(next) => next && onEvent(next)}
        data={groups}
      />
      <TextInput
        size="xs"
        aria-label="Search merge fields"
        placeholder="Search fields"
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(e) => setSearch(e.currentTarget.value)}
      />
      <div className={styles['list']} tabIndex={-1}>
        {records.map((record) => (
          <div key={record} role="group" aria-label={record}>
            <Text size="xs" fw={600} c="dimmed" mt={6} mb={4}>
              {record}
            </Text>
            <div className={styles['chips']}>
              {found
                .filter(({ path }) => recordLabel(path) === record)
                .map((field) => (
                  <button
                    key={field.path}
                    type="button"
                    className={styles['chip']}
                    title={`{{ ${field.path} }}`}
                    // The cursor stays in the field that is being written.
                    onMouseDown={(e) => e.preventDefault()}
                    onClick={() => onInsert(field)}
                  >
                    <span>{field.label}</span>
                    <span className={styles['sample']}>{sampleWords(field, locale, zone)}</span>
                  </button>
                ))}
            </div>
          </div>
        ))}
        {found.length === 0 && (
          <Text size="sm" c="dimmed">
            No field is called like this.
          </Text>
        )}
      </div>
    </Stack>
  );
}

const recordLabel = (path: string): string => {
  const name = path.split('.')[0]!;
  return recordSpec(name)?.label ?? name;
};
