import { TextInput } from '@mantine/core';
import type { EndStep } from '@cueline/workflows';
import { settings, type FormProps } from './form-props.js';
import { m } from './messages.js';

export function EndForm(props: FormProps<EndStep>) {
  return (
    <TextInput
      label={m.reason}
      description={m.reasonAbout}
      maxLength={200}
      value={props.step.reason ?? ''}
      onChange={(event) => settings(props)({ reason: event.currentTarget.value || undefined }, true)}
    />
  );
}
