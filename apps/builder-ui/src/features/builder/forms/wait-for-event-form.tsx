import { Input, Select } from '@mantine/core';
import { eventTypes, type WaitForEventStep } from '@cueline/workflows';
import { ConditionEditor } from '../conditions/condition-editor.js';
import { useFieldPlace } from '../field-problems.js';
import { settings, type FormProps } from './form-props.js';
import { LimitInput } from './limit-input.js';
import { eventLabel } from '../../../domain/labels/labels.js';
import { m } from './messages.js';

export function WaitForEventForm(props: FormProps<WaitForEventStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  return (
    <>
      <Select
        label={m.waitUntil}
        searchable
        allowDeselect={false}
        value={step.event}
        onChange={(next) => next && set({ event: next, when: undefined })}
        data={eventTypes.map(({ type }) => ({ value: type, label: eventLabel(type) }))}
        {...useFieldPlace(`${at}/event`)}
      />
      <Input.Wrapper label={m.onlyIf} description={m.onlyIfAbout}>
        <ConditionEditor
          at={`${at}/when`}
          event={step.event}
          value={step.when ?? { all: [] }}
          onChange={(when, typing) => {
            const matchesAll = 'all' in when && when.all.length === 0;
            set({ when: matchesAll ? undefined : when }, typing);
          }}
        />
      </Input.Wrapper>
      <LimitInput
        at={`${at}/limit`}
        event={event}
        value={step.limit}
        onChange={(limit, typing) => limit && set({ limit }, typing)}
      />
    </>
  );
}
