import { Group, NumberInput, Select } from '@mantine/core';
import { durationUnits, longestWait, type WaitDuration } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { m as labels } from '../../../domain/labels/messages.js';
import { m } from './messages.js';

interface Props {
  readonly label: string;
  /** The duration's place in the definition: a JSON pointer. */
  readonly at: string;
  readonly value: WaitDuration;
  readonly min?: number;
  readonly onChange: (value: WaitDuration, typing: boolean) => void;
}

export function DurationFields({ label, at, value, min = 0, onChange }: Props) {
  const amountPlace = useFieldPlace(`${at}/amount`);
  return (
    <Group grow align="flex-start">
      <NumberInput
        label={label}
        min={min}
        max={longestWait[value.unit]}
        clampBehavior="strict"
        allowDecimal={false}
        value={value.amount}
        onChange={(amount) => typeof amount === 'number' && onChange({ ...value, amount }, true)}
        {...amountPlace}
      />
      <Select
        label={m.unit}
        allowDeselect={false}
        value={value.unit}
        onChange={(unit) =>
          unit && onChange({ unit, amount: Math.min(value.amount, longestWait[unit]) }, false)
        }
        data={durationUnits.map((unit) => ({ value: unit, label: labels.units[unit] }))}
      />
    </Group>
  );
}
