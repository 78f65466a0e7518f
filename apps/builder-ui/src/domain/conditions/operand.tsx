import { Autocomplete, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import type { Comparison, Field } from '@cueline/workflows';
import { currencyDigits, fromMinor, toMinor } from '@cueline/workflows/locale';
import type { ReactNode } from 'react';
import { inDays } from './operand-value.js';
import { choiceLabel } from '../labels/labels.js';
import { m } from './messages.js';

interface Props {
  readonly field: Field;
  readonly value: Comparison;
  /** What the input is found by, and what is wrong with it. */
  readonly place?: { readonly 'data-field': string; readonly error: ReactNode };
  readonly onChange: (comparison: Comparison, typing?: boolean) => void;
}

/** What a field is compared with, in the control that fits its type. */
export function Operand({ field, value: comparison, place, onChange }: Props) {
  const { op, value } = comparison;
  const set = (next: Comparison['value'], typing = false) => onChange({ ...comparison, value: next }, typing);
  const common = { size: 'xs', 'aria-label': m.value, ...place } as const;
  const labelOf = (one: string) => choices.find((choice) => choice.value === one)?.label ?? one;
  const valueOf = (text: string) => choices.find(({ label }) => label === text)?.value ?? text;
  const choices =
    field.choices?.map(({ value: one }) => ({ value: one, label: choiceLabel(field.path, one) })) ?? [];

  if (Array.isArray(value)) {
    const list = value.filter((one) => one !== '');
    // A list of none would be no value at all: it waits for the first one.
    const setList = (next: readonly string[]) => set(next.length > 0 ? [...next] : ['']);
    return choices.length > 0 && !field.open ? (
      <MultiSelect {...common} searchable value={list} data={choices} onChange={setList} />
    ) : (
      <TagsInput
        {...common}
        placeholder={list.length === 0 ? m.enterAfterEach : undefined}
        value={list.map((one) => labelOf(one))}
        data={choices.map(({ label }) => label)}
        onChange={(labels) => setList(labels.map(valueOf))}
      />
    );
  }
  if (inDays(op))
    return (
      <NumberInput
        {...common}
        suffix={m.days}
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
        decimalScale={currencyDigits.get(currency) ?? 2}
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
        value={labelOf(String(value ?? ''))}
        data={choices.map(({ label }) => label)}
        onChange={(text) => set(valueOf(text), true)}
      />
    );
  return (
    <TextInput {...common} value={String(value ?? '')} onChange={(e) => set(e.currentTarget.value, true)} />
  );
}
