import { Autocomplete, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import type { Comparison, Field } from '@cueline/workflows';
import { fromMinor, inDays, toMinor } from './operand-value.js';

interface Props {
  readonly field: Field;
  readonly value: Comparison;
  readonly onChange: (comparison: Comparison, typing?: boolean) => void;
}

/** What a field is compared with, in the control that fits its type. */
export function Operand({ field, value: comparison, onChange }: Props) {
  const { op, value } = comparison;
  const set = (next: Comparison['value'], typing = false) => onChange({ ...comparison, value: next }, typing);
  const common = { size: 'xs', 'aria-label': 'Value' } as const;
  const choices = field.choices?.map(({ value: one, label }) => ({ value: one, label })) ?? [];

  if (Array.isArray(value))
    return (
      <TagsInput
        {...common}
        value={[...value]}
        data={choices.map((choice) => choice.value)}
        onChange={(list) => set(list)}
      />
    );
  if (inDays(op))
    return (
      <NumberInput
        {...common}
        suffix=" days"
        min={0}
        max={3_650}
        allowDecimal={false}
        value={Number(value)}
        onChange={(days) => typeof days === 'number' && set(days, true)}
      />
    );
  if (typeof value === 'object') {
    const { amountMinor, currency } = value;
    return (
      <NumberInput
        {...common}
        suffix={` ${currency}`}
        value={fromMinor(amountMinor, currency)}
        onChange={(amount) =>
          typeof amount === 'number' && set({ amountMinor: toMinor(amount, currency), currency }, true)
        }
      />
    );
  }
  if (field.type === 'number')
    return (
      <NumberInput
        {...common}
        value={Number(value)}
        onChange={(number) => typeof number === 'number' && set(number, true)}
      />
    );
  if (field.type === 'date' || field.type === 'instant')
    return (
      <TextInput
        {...common}
        type="date"
        value={String(value ?? '').slice(0, 10)}
        onChange={(e) => set(e.currentTarget.value)}
      />
    );
  if (choices.length > 0 && !field.open)
    return (
      <Select
        {...common}
        allowDeselect={false}
        value={String(value)}
        data={choices}
        onChange={(next) => next && set(next)}
      />
    );
  if (choices.length > 0)
    return (
      <Autocomplete
        {...common}
        value={choices.find((choice) => choice.value === value)?.label ?? String(value ?? '')}
        data={choices.map(({ label }) => label)}
        onChange={(text) => set(choices.find(({ label }) => label === text)?.value ?? text, true)}
      />
    );
  return (
    <TextInput {...common} value={String(value ?? '')} onChange={(e) => set(e.currentTarget.value, true)} />
  );
}
