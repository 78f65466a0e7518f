import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import {
  conditionWords,
  fieldsFor,
  isComparison,
  membersOf,
  operatorLabel,
  operators,
  type Comparison,
  type Condition,
  type EventType,
  type Field,
  type Operator,
} from '@cueline/workflows';

interface Props {
  readonly event: EventType;
  readonly value: Condition;
  readonly onChange: (condition: Condition) => void;
}

const valueless = new Set<Operator>(['isEmpty', 'isNotEmpty', 'isTrue', 'isFalse']);

/** One group of comparisons. A group inside the group is shown in words and kept as it is. */
export function ConditionEditor({ event, value, onChange }: Props) {
  const fields = fieldsFor(event);
  const mode = 'any' in value ? 'any' : 'all';
  const members = isComparison(value) ? [value] : membersOf(value);
  const set = (next: readonly Condition[], as: 'all' | 'any' = mode) =>
    onChange(as === 'all' ? { all: [...next] } : { any: [...next] });
  const replace = (index: number, member: Condition) =>
    set(members.map((one, i) => (i === index ? member : one)));
  const add = () =>
    set([...members, { field: fields[0]!.path, op: operators[fields[0]!.type][0], value: '' }]);
  return (
    <Stack gap="xs">
      {members.length > 1 && (
        <Select
          size="xs"
          w={180}
          allowDeselect={false}
          aria-label="How the comparisons go together"
          value={mode}
          onChange={(as) => set(members, as as 'all' | 'any')}
          data={[
            { value: 'all', label: 'All of these hold' },
            { value: 'any', label: 'Any of these holds' },
          ]}
        />
      )}
      {members.map((member, i) => (
        <Group key={i} gap="xs" align="flex-start" wrap="nowrap">
          {isComparison(member) ? (
            <ComparisonRow fields={fields} value={member} onChange={(next) => replace(i, next)} />
          ) : (
            <Text size="sm">{conditionWords(member)}</Text>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Remove this comparison"
            onClick={() => set(members.filter((_, at) => at !== i))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button size="xs" variant="light" onClick={add}>
        Add a comparison
      </Button>
    </Stack>
  );
}

function ComparisonRow({
  fields,
  value,
  onChange,
}: {
  readonly fields: readonly Field[];
  readonly value: Comparison;
  readonly onChange: (comparison: Comparison) => void;
}) {
  const field = fields.find(({ path }) => path === value.field);
  const choose = (path: string) => {
    const next = fields.find((one) => one.path === path)!;
    onChange({
      field: path,
      op: operators[next.type][0],
      ...(next.type === 'boolean' ? {} : { value: next.choices?.[0]?.value ?? '' }),
    });
  };
  const chooseOperator = (op: Operator) =>
    onChange(
      valueless.has(op) ? { field: value.field, op } : { field: value.field, op, value: value.value ?? '' },
    );
  return (
    <Stack gap={4} style={{ flex: 1 }}>
      <Select
        size="xs"
        searchable
        allowDeselect={false}
        aria-label="Field"
        value={value.field}
        onChange={(path) => path && choose(path)}
        data={fields.map(({ path, label }) => ({ value: path, label: `${path.split('.')[0]}: ${label}` }))}
      />
      {field && (
        <Select
          size="xs"
          allowDeselect={false}
          aria-label="Comparison"
          value={value.op}
          onChange={(op) => op && chooseOperator(op)}
          data={operators[field.type].map((op) => ({ value: op, label: operatorLabel(op) }))}
        />
      )}
      {field && !valueless.has(value.op) && <Operand field={field} value={value} onChange={onChange} />}
    </Stack>
  );
}

function Operand({
  field,
  value,
  onChange,
}: {
  readonly field: Field;
  readonly value: Comparison;
  readonly onChange: (comparison: Comparison) => void;
}) {
  const set = (next: Comparison['value']) => onChange({ ...value, value: next });
  const days = value.op === 'withinNextDays' || value.op === 'withinLastDays';
  if (field.choices && value.op !== 'isOneOf') {
    return (
      <Select
        size="xs"
        allowDeselect={false}
        aria-label="Value"
        value={typeof value.value === 'string' ? value.value : null}
        onChange={(next) => next && set(next)}
        data={field.choices.map((choice) => ({ ...choice }))}
      />
    );
  }
  const read = (text: string): Comparison['value'] => {
    if (value.op === 'isOneOf')
      return text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
    if (days || field.type === 'number') return Number(text);
    return field.type === 'money' ? { amountMinor: Math.round(Number(text) * 100), currency: 'EUR' } : text;
  };
  const written = Array.isArray(value.value)
    ? value.value.join(', ')
    : typeof value.value === 'object'
      ? String(value.value.amountMinor / 100)
      : String(value.value ?? '');
  const type =
    days || field.type === 'number' || field.type === 'money'
      ? 'number'
      : field.type === 'date' || field.type === 'instant'
        ? 'date'
        : 'text';
  return (
    <TextInput
      size="xs"
      aria-label="Value"
      type={type}
      value={written}
      onChange={(e) => set(read(e.currentTarget.value))}
    />
  );
}
