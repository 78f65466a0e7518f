import { MultiSelect, TextInput } from '@mantine/core';
import { fieldsFor, fieldWords, type CallWebhookStep } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { settings, type FormProps } from './form-props.js';

export function CallWebhookForm(props: FormProps<CallWebhookStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  return (
    <>
      <TextInput
        label="Address"
        type="url"
        placeholder="https://"
        maxLength={2_000}
        value={step.url}
        onChange={(e) => set({ url: e.currentTarget.value }, true)}
        {...useFieldPlace(`${at}/url`)}
      />
      <MultiSelect
        label="Fields"
        description="Told with it, as they are at that moment"
        searchable
        value={[...step.facts]}
        onChange={(facts) => set({ facts })}
        data={fieldsFor(event).map(({ path }) => ({ value: path, label: fieldWords(path) }))}
        data-field={`${at}/facts`}
      />
    </>
  );
}
