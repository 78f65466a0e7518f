import { Switch } from '@mantine/core';
import type { WaitDuration } from '@cueline/workflows';
import { DurationFields } from './duration-fields.js';
import { m } from './messages.js';

interface Props {
  /** The duration's place in the definition: a JSON pointer. */
  readonly at: string;
  readonly value: WaitDuration | undefined;
  readonly onChange: (value: WaitDuration | undefined, typing?: boolean) => void;
}

/** Whether and how often the studio is told anew of what waits for an answer. */
export function RemindInput({ at, value, onChange }: Props) {
  return (
    <>
      <Switch
        label={m.remind}
        checked={value !== undefined}
        onChange={(e) => onChange(e.currentTarget.checked ? { amount: 1, unit: 'days' } : undefined)}
      />
      {value && <DurationFields label={m.every} at={at} min={1} value={value} onChange={onChange} />}
    </>
  );
}
