import { Select, Stack, Text } from '@mantine/core';
import {
  isNegation,
  operators,
  type Comparison,
  type Field,
  type MemberPath,
  type Operator,
} from '@cueline/workflows';
import { useMe } from '../../../domain/use-me.js';
import { useFieldPlace } from '../field-problems.js';
import { useCondition } from './edited-condition.js';
import { replaceMember } from './new-members.js';
import { Operand } from '../../../domain/conditions/operand.js';
import { valueFor } from '../../../domain/conditions/operand-value.js';
import styles from './conditions.module.css';
import { fieldLabel, operatorLabel, recordLabel } from '../../../domain/labels/labels.js';
import { m } from './messages.js';

interface Props {
  readonly value: Comparison;
  readonly path: MemberPath;
}

/** One comparison: a field, how it is compared, with what. */
export function ComparisonRow({ value, path }: Props) {
  const { currency } = useMe();
  const { fields, condition, change, pointer } = useCondition();
  const at = pointer(path);
  const places = {
    field: useFieldPlace(`${at}/field`),
    op: useFieldPlace(`${at}/op`),
    value: useFieldPlace(`${at}/value`),
  };
  const field = fields.find((one) => one.path === value.field);
  const onChange = (next: Comparison, typing?: boolean) =>
    change(replaceMember(condition, path, next), typing);
  const changeTo = (next: Field, op: Operator) => {
    const operand = valueFor(next, op, next.path === value.field ? value.value : undefined, currency);
    onChange({ field: next.path, op, ...(operand === undefined ? {} : { value: operand }) });
  };
  const choose = (chosen: string) => {
    const next = fields.find((one) => one.path === chosen)!;
    changeTo(next, operators[next.type][0]);
  };
  return (
    <Stack gap={4} flex={1} miw={0} data-field={at}>
      <Select
        size="xs"
        searchable
        allowDeselect={false}
        aria-label={m.field}
        value={value.field}
        onChange={(chosen) => chosen && choose(chosen)}
        data={byRecord(fields)}
        {...places.field}
      />
      {field && (
        <div className={styles['operand']}>
          <Select
            size="xs"
            allowDeselect={false}
            aria-label={m.comparison}
            value={value.op}
            onChange={(op) => op && changeTo(field, op)}
            data={operators[field.type].map((op) => ({ value: op, label: operatorLabel(op) }))}
            {...places.op}
          />
          {value.value !== undefined && (
            <Operand field={field} value={value} place={places.value} onChange={onChange} />
          )}
        </div>
      )}
      {field && isNegation(value.op) && mayBeEmpty(field) && (
        <Text size="xs" c="dimmed">
          {m.alsoEmpty(fieldLabel(field.path))}
        </Text>
      )}
    </Stack>
  );
}

/** A list may always be empty. */
const mayBeEmpty = ({ mayBeEmpty, type }: Field): boolean => mayBeEmpty || type === 'list';

function byRecord(fields: readonly Field[]) {
  const records = [...new Set(fields.map(({ path }) => path.split('.')[0]!))];
  return records.map((record) => ({
    group: recordLabel(record),
    items: fields
      .filter(({ path }) => path.startsWith(`${record}.`))
      .map(({ path }) => ({ value: path, label: m.ofRecord(recordLabel(record), fieldLabel(path)) })),
  }));
}
