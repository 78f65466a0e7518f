import { Select, type SelectProps } from '@mantine/core';
import { fieldsFor, type EventType, type Field } from '@cueline/workflows';
import { fieldLabel, recordLabel } from '../../labels/labels.js';

interface Props extends Pick<SelectProps, 'label' | 'aria-label' | 'size'> {
  readonly event: EventType;
  readonly value: string;
  /** Which of them may be chosen. */
  readonly only?: (field: Field) => boolean;
  readonly onChange: (field: string) => void;
}

/** One of the fields that an event brings, by their records. */
export function FieldSelect({ event, value, only = () => true, onChange, ...input }: Props) {
  const fields = fieldsFor(event).filter(only);
  const known = fields.some(({ path }) => path === value);
  const records = [...new Set(fields.map(({ path }) => recordOf(path)))];
  return (
    <Select
      {...input}
      searchable
      allowDeselect={false}
      value={value}
      onChange={(field) => field && onChange(field)}
      data={[
        ...records.map((record) => ({
          group: recordLabel(record),
          items: fields
            .filter(({ path }) => recordOf(path) === record)
            .map(({ path }) => ({ value: path, label: fieldLabel(path) })),
        })),
        ...(known ? [] : [{ value, label: fieldLabel(value) }]),
      ]}
    />
  );
}

const recordOf = (path: string): string => path.split('.')[0]!;
