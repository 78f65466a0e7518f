import { Select, Stack, Text, TextInput } from '@mantine/core';
import IconSearch from '~icons/tabler/search';
import { eventTypes, fieldsFor, type EventType, type Field } from '@cueline/workflows';
import { useState } from 'react';
import { useMe } from '../use-me.js';
import { sampleValue } from './sample-value.js';
import styles from './merge-fields.module.css';
import { eventGroupLabel, eventLabel, fieldLabel, recordLabel } from '../labels/labels.js';
import { m } from './messages.js';

interface Props {
  readonly event: EventType;
  readonly onEvent: (event: EventType) => void;
  readonly onInsert: (field: Field) => void;
}

const groups = [...new Set(eventTypes.map(({ group }) => group))].map((group) => ({
  group: eventGroupLabel(group),
  items: eventTypes
    .filter((spec) => spec.group === group)
    .map(({ type }) => ({ value: type, label: eventLabel(type) })),
}));

/** What a template can be filled in with, each field with its sample value; one click puts it where the cursor is. */
export function MergeFields({ event, onEvent, onInsert }: Props) {
  const { locale, zone } = useMe();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = fieldsFor(event).filter(({ path }) =>
    `${labelOf(path)} ${fieldLabel(path)} ${path}`.toLowerCase().includes(wanted),
  );
  const records = [...new Set(found.map(({ path }) => labelOf(path)))];
  return (
    <Stack gap="xs" className={styles['fields']} role="group" aria-label={m.mergeFields}>
      <Select
        label={m.knownWhen}
        searchable
        allowDeselect={false}
        value={event}
        onChange={(next) => next && onEvent(next)}
        data={groups}
      />
      <TextInput
        size="xs"
        aria-label={m.searchFields}
        placeholder={m.searchFieldsShort}
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
                .filter(({ path }) => labelOf(path) === record)
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
                    <span>{fieldLabel(field.path)}</span>
                    <span className={styles['sample']}>{sampleValue(field, locale, zone)}</span>
                  </button>
                ))}
            </div>
          </div>
        ))}
        {found.length === 0 && (
          <Text size="sm" c="dimmed">
            {m.noField(search.trim())}
          </Text>
        )}
      </div>
    </Stack>
  );
}

const labelOf = (path: string): string => recordLabel(path.split('.')[0]!);
