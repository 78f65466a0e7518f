import { Select } from '@mantine/core';
import type { EventType, Limit } from '@cueline/workflows';
import { DurationFields } from './duration-fields.js';
import { datesOf, MomentInput, usualMoment } from './moment-input.js';
import { m } from './messages.js';

interface Props {
  readonly at: string;
  readonly event: EventType;
  readonly value: Limit | undefined;
  /** Whether waiting for ever may be chosen. */
  readonly endless?: boolean;
  readonly onChange: (value: Limit | undefined, typing?: boolean) => void;
}

const afterAWhile: Limit = { for: { amount: 3, unit: 'days' } };

/** How long an answer is waited for. */
export function LimitInput({ at, event, value, endless = false, onChange }: Props) {
  const way = value === undefined ? 'never' : 'for' in value ? 'for' : 'until';
  const choose = (next: string | null) => {
    if (next === 'never') onChange(undefined);
    if (next === 'for') onChange(afterAWhile);
    if (next === 'until') onChange({ until: usualMoment(event) });
  };
  return (
    <>
      <Select
        label={m.atMost}
        allowDeselect={false}
        value={way}
        onChange={choose}
        data={[
          ...(endless ? [{ value: 'never', label: m.asLong }] : []),
          { value: 'for', label: m.someTime },
          ...(datesOf(event).length > 0 ? [{ value: 'until', label: m.untilDate }] : []),
        ]}
      />
      {value && 'for' in value && (
        <DurationFields
          label={m.howLong}
          at={`${at}/for`}
          min={1}
          value={value.for}
          onChange={(duration, typing) => onChange({ for: duration }, typing)}
        />
      )}
      {value && 'until' in value && (
        <MomentInput
          at={`${at}/until`}
          event={event}
          value={value.until}
          onChange={(until, typing) => onChange({ until }, typing)}
        />
      )}
    </>
  );
}
