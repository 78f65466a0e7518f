import { Chip, Group, Input, Select, Textarea, TextInput } from '@mantine/core';
import { usualHours, weekdays, type SendWindow, type WindowRule } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { m as labels } from '../../../domain/labels/messages.js';
import { m } from './messages.js';

interface Props {
  readonly at: string;
  readonly value: WindowRule;
  readonly onChange: (value: WindowRule, typing?: boolean) => void;
}

export const usualWindow: WindowRule = { hours: 'business', zone: 'brand' };

/** The hours in which a step may go on, and whose clock counts. */
export function WindowInput({ at, value, onChange }: Props) {
  const { hours } = value;
  return (
    <>
      <Group grow align="flex-start">
        <Select
          label={m.hours}
          allowDeselect={false}
          value={hours === 'business' ? 'business' : 'own'}
          onChange={(which) => onChange({ ...value, hours: which === 'own' ? usualHours : 'business' })}
          data={[
            { value: 'business', label: m.businessHours },
            { value: 'own', label: m.ownHours },
          ]}
        />
        <Select
          label={m.clock}
          allowDeselect={false}
          value={value.zone}
          onChange={(zone) => zone && onChange({ ...value, zone })}
          data={[
            { value: 'brand', label: m.brandClock },
            { value: 'client', label: m.clientClock },
          ]}
        />
      </Group>
      {hours !== 'business' && (
        <OwnHours
          at={`${at}/hours`}
          value={hours}
          onChange={(next, typing) => onChange({ ...value, hours: next }, typing)}
        />
      )}
    </>
  );
}

interface HoursProps {
  readonly at: string;
  readonly value: SendWindow;
  readonly onChange: (value: SendWindow, typing?: boolean) => void;
}

function OwnHours({ at, value, onChange }: HoursProps) {
  const days = useFieldPlace(`${at}/weekdays`);
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
            label={end === 'from' ? m.from : m.until}
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
          const holidays = e.currentTarget.value.split(/[\s,]+/).filter((day) => day !== '');
          if (holidays.join() !== value.holidays.join()) onChange({ ...value, holidays });
        }}
        {...useFieldPlace(`${at}/holidays`)}
      />
    </>
  );
}
