import { Select } from '@mantine/core';
import { pastRules, type WaitStep, type WaitUntil } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { DurationFields } from './duration-fields.js';
import { settings, type FormProps } from './form-props.js';
import { datesOf, MomentInput, usualMoment } from './moment-input.js';
import { usualWindow, WindowInput } from './window-input.js';
import { m as labels } from '../../../domain/labels/messages.js';
import { m } from './messages.js';

type Way = 'for' | 'until' | 'window';
const wayOf = (step: WaitStep): Way => (step.until ? 'until' : step.window ? 'window' : 'for');

export function WaitForm(props: FormProps<WaitStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  const choose = (way: Way | null) => {
    const nothing = { for: undefined, until: undefined, window: undefined };
    if (way === 'for') set({ ...nothing, for: { amount: 1, unit: 'days' } });
    if (way === 'until') set({ ...nothing, until: { ...usualMoment(event), ifPast: 'skip-next' } });
    if (way === 'window') set({ ...nothing, window: usualWindow });
  };
  return (
    <>
      <Select
        label={m.wait}
        allowDeselect={false}
        value={wayOf(step)}
        onChange={(way) => choose(way as Way | null)}
        data={[
          { value: 'for', label: m.someTime },
          ...(datesOf(event).length > 0 || step.until ? [{ value: 'until', label: m.untilDate }] : []),
          { value: 'window', label: m.untilWindow },
        ]}
        {...useFieldPlace(at)}
      />
      {step.for && (
        <DurationFields
          label={m.howLong}
          at={`${at}/for`}
          value={step.for}
          onChange={(duration, typing) => set({ for: duration }, typing)}
        />
      )}
      {step.until && (
        <UntilFields
          until={step.until}
          {...{ at, event }}
          onChange={(until, typing) => set({ until }, typing)}
        />
      )}
      {step.window && (
        <WindowInput
          at={`${at}/window`}
          value={step.window}
          onChange={(window, typing) => set({ window }, typing)}
        />
      )}
    </>
  );
}

interface UntilProps extends Pick<FormProps, 'at' | 'event'> {
  readonly until: WaitUntil;
  readonly onChange: (until: WaitUntil, typing?: boolean) => void;
}

function UntilFields({ until, at, event, onChange }: UntilProps) {
  const { ifPast } = until;
  return (
    <>
      <MomentInput
        at={`${at}/until`}
        event={event}
        value={until}
        onChange={(moment, typing) => onChange({ ...moment, ifPast }, typing)}
      />
      <Select
        label={m.ifPast}
        allowDeselect={false}
        value={ifPast}
        onChange={(rule) => rule && onChange({ ...until, ifPast: rule })}
        data={pastRules.map((rule) => ({
          value: rule,
          label: labels.ifPast[rule],
        }))}
      />
    </>
  );
}
