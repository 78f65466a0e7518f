import { ActionIcon, Menu, Textarea } from '@mantine/core';
import IconBraces from '~icons/tabler/braces';
import { fieldsFor, type EventType } from '@cueline/workflows';
import { useRef } from 'react';
import { fieldTag } from '../../../domain/templates/field-tag.js';
import { useFieldPlace } from '../field-problems.js';
import { fieldName } from '../../../domain/labels/labels.js';
import { m } from './messages.js';

interface Props {
  readonly label: string;
  readonly description?: string;
  /** The text's place in the definition: a JSON pointer. */
  readonly at: string;
  readonly event: EventType;
  readonly maxLength: number;
  /** Absent: one line. */
  readonly lines?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A text that is filled in with merge fields when its step runs. */
export function FieldText({ at, event, value, onChange, lines = 1, ...inputProps }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const insert = (tag: string) => {
    const from = box.current?.selectionStart ?? value.length;
    onChange(value.slice(0, from) + tag + value.slice(box.current?.selectionEnd ?? from));
  };
  return (
    <Textarea
      {...inputProps}
      ref={box}
      autosize
      minRows={lines}
      value={value}
      onChange={(e) =>
        onChange(lines === 1 ? e.currentTarget.value.replaceAll('\n', ' ') : e.currentTarget.value)
      }
      rightSectionPointerEvents="all"
      rightSection={
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={m.mergeField(inputProps.label)}>
              <IconBraces size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {fieldsFor(event).map((field) => (
              <Menu.Item key={field.path} onClick={() => insert(fieldTag(field))}>
                {fieldName(field.path)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
      {...useFieldPlace(at)}
    />
  );
}
