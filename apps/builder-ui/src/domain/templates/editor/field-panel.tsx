import { Text, TextInput } from '@mantine/core';
import IconSearch from '~icons/tabler/search';
import type { EventType } from '@cueline/workflows';
import { useState, type DragEvent } from 'react';
import { fieldGroups, type FieldItem } from '../surface/insertables.js';
import { m as surface } from '../surface/messages.js';
import { useFieldSample } from '../surface/use-field-sample.js';
import chips from '../surface/views/chip.module.css';
import { EventSelect } from './event-select.js';
import styles from './insert-panel.module.css';
import { m } from './messages.js';

interface Props {
  readonly event: EventType;
  readonly onEvent: (event: EventType) => void;
  readonly onInsert: (item: FieldItem) => void;
  /** Without it a field is pressed, not dragged. */
  readonly onDrag?: (item: FieldItem, event: DragEvent) => void;
}

/** What an email can be filled in with, each field with its sample; a press puts it where the caret is. */
export function FieldPanel({ event, onEvent, onInsert, onDrag }: Props) {
  const [search, setSearch] = useState('');
  const sample = useFieldSample();
  const groups = fieldGroups(event, search.trim());
  return (
    <section aria-label={m.insertField}>
      <h2 className={styles['title']}>{m.insertField}</h2>
      <TextInput
        aria-label={m.searchFields}
        placeholder={m.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        {...(onDrag && { rightSection: <kbd className={styles['key']}>/</kbd> })}
        value={search}
        onChange={(e) => setSearch(e.currentTarget.value)}
      />
      {groups.map(({ label, items }) => (
        <div key={label} role="group" aria-label={label}>
          <div className={styles['group']} aria-hidden>
            {label}
          </div>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              className={styles['field']}
              draggable={onDrag !== undefined}
              onClick={() => onInsert(item)}
              {...(onDrag && { onDragStart: (e: DragEvent) => onDrag(item, e) })}
            >
              <span className={chips['chip']}>{item.label}</span>
              <span className={styles['sample']}>{sample(item.field)}</span>
            </button>
          ))}
        </div>
      ))}
      {groups.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {surface.noFieldFound(search.trim())}
        </Text>
      )}
      <div className={styles['event']}>
        <EventSelect event={event} onEvent={onEvent} />
      </div>
    </section>
  );
}
