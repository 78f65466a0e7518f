import { eventTypeOf, noticeLimits, noticeRoles, type NotifyStaffStep } from '@cueline/workflows';
import { FieldText } from './field-text.js';
import { settings, type FormProps } from './form-props.js';
import { RecipientInputs } from './recipient-inputs.js';
import { m } from './messages.js';

export function NotifyStaffForm(props: FormProps<NotifyStaffStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  const withStaff = step.to.role === 'staff' || eventTypeOf(event)?.roles.includes('staff');
  const roles = [...noticeRoles, 'address' as const].filter((role) => role !== 'staff' || withStaff);
  return (
    <>
      <RecipientInputs to={step.to} roles={roles} at={at} onChange={(to, typing) => set({ to }, typing)} />
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
