import { Chip, Group, Input, Textarea, TextInput } from '@mantine/core';
import { weekdays, type SendWindow } from '@cueline/workflows';
import type { ReactNode } from 'react';
import { m as labels } from './labels/messages.js';
import { m } from './messages.js';

/** What is wrong in a field, and what it is found by. */
interface Place {
  readonly error?: ReactNode;
  readonly 'data-field'?: string;
}
interface Props {
  readonly value: SendWindow;
  /** @param typing true while a time is typed */
  readonly onChange: (value: SendWindow, typing?: boolean) => void;
  readonly days?: Place;
  readonly holidays?: Place;
}

/** Days of the week, the hours of such a day, and the dates that are none. */
export function HoursFields({ value, onChange, days, holidays }: Props) {
  return (
    <>
      <Input.Wrapper label={m.days} {...days}>
        <Chip.Group
          multiple
          value={value.weekdays.map(String)}
          onChange={(chosen) =>
            chosen.length > 0 &&
            onChange({ ...value, weekdays: weekdays.filter((day) => chosen.includes(String(day))) })
          }
        >
          <Group gap={4}>
            {weekdays.map((day) => (
              <Chip key={day} value={String(day)} size="xs">
                {labels.weekdays[day]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Group grow align="flex-start">
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="time"
            label={end === 'from' ? m.hoursFrom : m.hoursUntil}
            value={value[end]}
            onChange={(e) =>
              e.currentTarget.value && onChange({ ...value, [end]: e.currentTarget.value }, true)
            }
          />
        ))}
      </Group>
      <Textarea
        label={m.holidays}
        description={m.holidaysAbout}
        autosize
        minRows={2}
        defaultValue={value.holidays.join('\n')}
        onBlur={(e) => {
          const dates = e.currentTarget.value.split(/[\s,]+/).filter((day) => day !== '');
          if (dates.join() !== value.holidays.join()) onChange({ ...value, holidays: dates });
        }}
        {...holidays}
      />
    </>
  );
}
