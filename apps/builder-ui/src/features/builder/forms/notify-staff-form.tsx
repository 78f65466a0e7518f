import { Select, TextInput } from '@mantine/core';
import {
  eventTypeOf,
  noticeLimits,
  noticeRoles,
  type NoticeRecipient,
  type NotifyStaffStep,
} from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { FieldText } from './field-text.js';
import { settings, type FormProps } from './form-props.js';
import { m as labels } from '../../../domain/labels/messages.js';
import { m } from './messages.js';

const recipient = (role: NoticeRecipient['role']): NoticeRecipient =>
  role === 'address' ? { role, address: '' } : { role };

export function NotifyStaffForm(props: FormProps<NotifyStaffStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  const address = useFieldPlace(`${at}/to/address`);
  const withStaff = step.to.role === 'staff' || eventTypeOf(event)?.roles.includes('staff');
  const roles = [...noticeRoles, 'address' as const].filter((role) => role !== 'staff' || withStaff);
  return (
    <>
      <Select
        label={m.to}
        allowDeselect={false}
        value={step.to.role}
        onChange={(next) => next && set({ to: recipient(next) })}
        data={roles.map((role) => ({ value: role, label: labels.recipients[role] }))}
        {...useFieldPlace(`${at}/to/role`)}
      />
      {step.to.role === 'address' && (
        <TextInput
          label={m.address}
          inputMode="email"
          maxLength={320}
          value={step.to.address}
          onChange={(e) => set({ to: { role: 'address', address: e.currentTarget.value } }, true)}
          {...address}
        />
      )}
      <FieldText
        label={m.subject}
        at={`${at}/subject`}
        event={event}
        maxLength={noticeLimits.subject}
        value={step.subject}
        onChange={(subject) => set({ subject }, true)}
      />
      <FieldText
        label={m.text}
        description={m.textAbout}
        at={`${at}/text`}
        event={event}
        maxLength={noticeLimits.text}
        lines={4}
        value={step.text}
        onChange={(text) => set({ text }, true)}
      />
    </>
  );
}
