import { Select, TextInput } from '@mantine/core';
import { eventTypeOf, recipientWords, type Recipient, type SendMailStep } from '@cueline/workflows';
import { settings, type FormProps } from './form-props.js';

const recipient = (role: Recipient['role']): Recipient =>
  role === 'address' ? { role, address: '' } : { role };

export function SendMailForm(props: FormProps<SendMailStep>) {
  const { step, event, templates } = props;
  const set = settings(props);
  const roles = eventTypeOf(event)?.roles ?? [];
  return (
    <>
      <Select
        label="Template"
        placeholder="Choose a template"
        nothingFoundMessage="No template is called like this"
        searchable
        value={step.template}
        onChange={(template) => set({ template })}
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label="To"
        allowDeselect={false}
        value={step.to.role}
        onChange={(role) => role && set({ to: recipient(role) })}
        data={roles.map((role) => ({
          value: role,
          label: role === 'address' ? 'An address' : recipientWords({ role }),
        }))}
      />
      {step.to.role === 'address' && (
        <TextInput
          label="Address"
          type="email"
          maxLength={320}
          value={step.to.address}
          onChange={(e) => set({ to: { role: 'address', address: e.currentTarget.value } }, true)}
        />
      )}
      <Select
        label="Kind of mail"
        allowDeselect={false}
        value={step.category}
        onChange={(category) => category && set({ category })}
        data={[
          { value: 'transactional', label: 'About the booking (transactional)' },
          { value: 'marketing', label: 'Marketing: not sent to those who opted out' },
        ]}
      />
    </>
  );
}
