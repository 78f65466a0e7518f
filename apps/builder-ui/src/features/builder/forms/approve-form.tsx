import { Textarea } from '@mantine/core';
import type { ApproveStep } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { settings, type FormProps } from './form-props.js';
import { LimitInput } from './limit-input.js';
import { RemindInput } from './remind-input.js';
import { m } from './messages.js';

export function ApproveForm(props: FormProps<ApproveStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  return (
    <>
      <Textarea
        label={m.question}
        autosize
        minRows={2}
        maxLength={500}
        value={step.question}
        onChange={(e) => set({ question: e.currentTarget.value }, true)}
        {...useFieldPlace(`${at}/question`)}
      />
      <LimitInput
        at={`${at}/limit`}
        event={event}
        endless
        value={step.limit}
        onChange={(limit, typing) => set({ limit }, typing)}
      />
      <RemindInput
        at={`${at}/remindEvery`}
        value={step.remindEvery}
        onChange={(remindEvery, typing) => set({ remindEvery }, typing)}
      />
    </>
  );
}
