import { Select, Stack, Text } from '@mantine/core';
import { fieldOf, type Comparison, type EventType } from '@cueline/workflows';
import { operatorsOfType, type SectionCondition, type SectionOperator } from '@cueline/email/blocks';
import { Operand } from '../../conditions/operand.js';
import { valueFor } from '../../conditions/operand-value.js';
import { operatorLabel } from '../../labels/labels.js';
import { useMe } from '../../use-me.js';
import { FieldSelect } from './field-select.js';
import { m } from './messages.js';

interface Props {
  readonly event: EventType;
  readonly when: SectionCondition;
  readonly onChange: (when: SectionCondition) => void;
}

const operatorsOf = (field: string): readonly SectionOperator[] =>
  operatorsOfType[fieldOf(field)?.type ?? 'text'];

/** When the blocks of a section are mailed. */
export function SectionSettings({ event, when, onChange }: Props) {
  const { currency } = useMe();
  const field = fieldOf(when.field);
  const choose = (path: string, op: SectionOperator) => {
    const next = fieldOf(path);
    const value = next && valueFor(next, op, (when as Comparison).value, currency);
    onChange({ field: path, op, ...(value !== undefined && { value }) });
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {m.sectionAbout}
      </Text>
      <FieldSelect
        label={m.sectionField}
        event={event}
        value={when.field}
        onChange={(path) => {
          const ops = operatorsOf(path);
          choose(path, ops.includes(when.op) ? when.op : ops[0]!);
        }}
      />
      <Select
        label={m.sectionOperator}
        allowDeselect={false}
        value={when.op}
        onChange={(op) => op && choose(when.field, op)}
        data={operatorsOf(when.field).map((op) => ({ value: op, label: operatorLabel(op) }))}
      />
      {field && when.value !== undefined && (
        <Operand
          field={field}
          value={when as Comparison}
          onChange={({ value }) => onChange({ ...when, ...asValue(value) })}
        />
      )}
    </Stack>
  );
}

const asValue = (value: Comparison['value']) => (value === undefined ? {} : { value });
