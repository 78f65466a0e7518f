import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import {
  directions,
  fieldsFor,
  longestWait,
  movesDate,
  offsetUnits,
  type DateMoment,
  type EventType,
  type Field,
} from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { anchorLabel } from '../../../domain/labels/anchor-label.js';
import { m as labels } from '../../../domain/labels/messages.js';
import { m } from './messages.js';

interface Props {
  readonly at: string;
  readonly event: EventType;
  readonly value: DateMoment;
  /** The dates that can be counted from; absent: all of the records at hand. */
  readonly anchors?: readonly string[];
  readonly onChange: (value: DateMoment, typing?: boolean) => void;
}

const isDate = ({ type }: Field) => type === 'date' || type === 'instant';

/** The dates of the records at hand. */
export const datesOf = (event: EventType): readonly Field[] => fieldsFor(event).filter(isDate);

/** "3 days before the session, at 09:00", for the first date at hand. */
export const usualMoment = (event: EventType): DateMoment => ({
  anchor: datesOf(event)[0]?.path ?? '',
  offset: { amount: 3, unit: 'days', direction: 'before' },
  at: '09:00',
});

/** A moment counted from a date of the record. */
export function MomentInput({ at, event, value, anchors, onChange }: Props) {
  const { anchor, offset } = value;
  const place = useFieldPlace(`${at}/anchor`);
  const timePlace = useFieldPlace(`${at}/at`);
  const change = (next: Partial<DateMoment['offset']>, typing = false) => {
    const { at: time, ...rest } = value;
    const changed = { ...offset, ...next };
    // A time of day goes with whole days alone.
    onChange({ ...rest, offset: changed, ...(time && movesDate(changed.unit) && { at: time }) }, typing);
  };
  return (
    <>
      <Select
        label={m.countedFrom}
        allowDeselect={false}
        value={anchor}
        onChange={(next) => next && onChange({ ...value, anchor: next })}
        data={(anchors ?? datesOf(event).map(({ path }) => path)).map((path) => ({
          value: path,
          label: anchorLabel(path),
        }))}
        {...place}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={m.howLong}
          min={0}
          max={longestWait[offset.unit]}
          clampBehavior="strict"
          allowDecimal={false}
          value={offset.amount}
          onChange={(amount) => typeof amount === 'number' && change({ amount }, true)}
          {...useFieldPlace(`${at}/offset/amount`)}
        />
        <Select
          label={m.unit}
          allowDeselect={false}
          value={offset.unit}
          onChange={(unit) => unit && change({ unit, amount: Math.min(offset.amount, longestWait[unit]) })}
          data={offsetUnits.map((unit) => ({ value: unit, label: labels.units[unit] }))}
        />
        <Select
          label={m.direction}
          allowDeselect={false}
          value={offset.direction}
          onChange={(direction) => direction && change({ direction })}
          data={directions.map((direction) => ({ value: direction, label: labels.directions[direction] }))}
        />
      </Group>
      {movesDate(offset.unit) && (
        <TextInput
          label={m.at}
          type="time"
          description={m.atAbout}
          value={value.at ?? ''}
          onChange={(e) => {
            const { at: _, ...rest } = value;
            const time = e.currentTarget.value;
            onChange(time ? { ...rest, at: time } : rest, true);
          }}
          {...timePlace}
        />
      )}
    </>
  );
}
