import { Group, NumberInput, Select } from '@mantine/core';
import { durationUnits, longestWait, type WaitStep } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { settings, type FormProps } from './form-props.js';

export function WaitForm(props: FormProps<WaitStep>) {
  const { for: duration } = props.step;
  const amountPlace = useFieldPlace(`${props.at}/for/amount`);
  const set = settings(props);
  return (
    <Group grow align="flex-start">
      <NumberInput
        label="How long"
        min={0}
        max={longestWait[duration.unit]}
        clampBehavior="strict"
        allowDecimal={false}
        value={duration.amount}
        onChange={(amount) => typeof amount === 'number' && set({ for: { ...duration, amount } }, true)}
        {...amountPlace}
      />
      <Select
        label="Unit"
        allowDeselect={false}
        value={duration.unit}
        onChange={(unit) =>
          unit && set({ for: { unit, amount: Math.min(duration.amount, longestWait[unit]) } })
        }
        data={[...durationUnits]}
      />
    </Group>
  );
}
