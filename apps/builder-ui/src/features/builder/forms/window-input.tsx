import { Group, Select } from '@mantine/core';
import { usualHours, type SendWindow, type WindowRule } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { HoursFields } from '../../../domain/hours-fields.js';
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
  const holidays = useFieldPlace(`${at}/holidays`);
  return <HoursFields value={value} onChange={onChange} days={days} holidays={holidays} />;
}
