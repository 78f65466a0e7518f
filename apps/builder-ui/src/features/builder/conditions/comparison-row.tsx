import { Select, Stack } from '@mantine/core';
import {
  operatorLabel,
  operators,
  recordSpec,
  type Comparison,
  type Field,
  type Operator,
} from '@cueline/workflows';
import { useMe } from '../../../shell/use-me.js';
import { Operand } from './operand.js';
import { valueFor } from './operand-value.js';

interface Props {
  readonly fields: readonly Field[];
  readonly value: Comparison;
  readonly onChange: (comparison: Comparison, typing?: boolean) => void;
}

/** One comparison: a field, how it is compared, with what. */
export function ComparisonRow({ fields, value, onChange }: Props) {
  const { currency } = useMe();
  const field = fields.find(({ path }) => path === value.field);
  const become = (next: Field, op: Operator) => {
    const operand = valueFor(next, op, next.path === value.field ? value.value : undefined, currency);
    onChange({ field: next.path, op, ...(operand === undefined ? {} : { value: operand }) });
  };
  const choose = (path: string) => {
    const next = fields.find((one) => one.path === path)!;
    become(next, operators[next.type][0]);
  };
  return (
    <Stack gap={4} style={{ flex: 1 }}>
      <Select
        size="xs"
        searchable
        allowDeselect={false}
        aria-label="Field"
        error={field ? undefined : 'This is not known when the workflow starts'}
        value={value.field}
        onChange={(path) => path && choose(path)}
        data={byRecord(fields)}
      />
      {field && (
        <Select
          size="xs"
          allowDeselect={false}
          aria-label="Comparison"
          value={value.op}
          onChange={(op) => op && become(field, op)}
          data={operators[field.type].map((op) => ({ value: op, label: operatorLabel(op) }))}
        />
      )}
      {field && value.value !== undefined && <Operand field={field} value={value} onChange={onChange} />}
    </Stack>
  );
}

function byRecord(fields: readonly Field[]) {
  const records = [...new Set(fields.map(({ path }) => path.split('.')[0]!))];
  return records.map((record) => ({
    group: recordSpec(record)?.label ?? record,
    items: fields
      .filter(({ path }) => path.startsWith(`${record}.`))
      .map(({ path, label }) => ({ value: path, label: `${recordSpec(record)?.label ?? record}: ${label}` })),
  }));
}
