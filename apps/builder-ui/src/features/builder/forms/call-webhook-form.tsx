import { MultiSelect, TextInput } from '@mantine/core';
import { fieldsFor, webhookLimits, type CallWebhookStep } from '@cueline/workflows';
import { useFieldPlace, useFieldPlaces } from '../field-problems.js';
import { settings, type FormProps } from './form-props.js';
import { fieldName } from '../../../domain/labels/labels.js';
import { m } from './messages.js';

export function CallWebhookForm(props: FormProps<CallWebhookStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  const known = fieldsFor(event).map(({ path }) => path);
  // What is not known with this event stays to be seen, and to be taken out.
  const offered = [...known, ...step.fields.filter((path) => !known.includes(path))];
  return (
    <>
      <TextInput
        label={m.address}
        type="url"
        placeholder="https://"
        maxLength={webhookLimits.url}
        value={step.url}
        onChange={(e) => set({ url: e.currentTarget.value }, true)}
        {...useFieldPlace(`${at}/url`)}
      />
      <MultiSelect
        label={m.fields}
        description={m.fieldsAbout}
        searchable
        clearable
        maxValues={webhookLimits.fields}
        nothingFoundMessage={m.noField}
        value={[...step.fields]}
        onChange={(fields) => set({ fields })}
        data={offered.map((value) => ({ value, label: fieldName(value) }))}
        {...useFieldPlaces(`${at}/fields`, step.fields.length)}
      />
    </>
  );
}
