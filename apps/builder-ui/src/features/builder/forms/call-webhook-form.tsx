import { MultiSelect, TextInput } from '@mantine/core';
import { fieldsFor, fieldWords, webhookLimits, type CallWebhookStep } from '@cueline/workflows';
import { useFieldPlace, useFieldPlaces } from '../field-problems.js';
import { settings, type FormProps } from './form-props.js';

export function CallWebhookForm(props: FormProps<CallWebhookStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  const known = fieldsFor(event).map(({ path }) => path);
  // What is not known with this event stays to be seen, and to be taken out.
  const offered = [...known, ...step.fields.filter((path) => !known.includes(path))];
  return (
    <>
      <TextInput
        label="Address"
        type="url"
        placeholder="https://"
        maxLength={webhookLimits.url}
        value={step.url}
        onChange={(e) => set({ url: e.currentTarget.value }, true)}
        {...useFieldPlace(`${at}/url`)}
      />
      <MultiSelect
        label="Fields"
        description="Told with it, as they are at that moment"
        searchable
        clearable
        maxValues={webhookLimits.fields}
        nothingFoundMessage="No field is called like this"
        value={[...step.fields]}
        onChange={(fields) => set({ fields })}
        data={offered.map((value) => ({ value, label: fieldWords(value) }))}
        {...useFieldPlaces(`${at}/fields`, step.fields.length)}
      />
    </>
  );
}
