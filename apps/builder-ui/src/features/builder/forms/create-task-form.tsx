import { Select, Switch } from '@mantine/core';
import { eventTypeOf, taskLimits, type Assignee, type CreateTaskStep } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { choicesOf, useNames } from '../../../domain/use-names.js';
import { DurationFields } from './duration-fields.js';
import { FieldText } from './field-text.js';
import { settings, type FormProps } from './form-props.js';
import { m } from './messages.js';

const roles: Readonly<Record<Assignee['role'], string>> = {
  owner: m.nobody,
  staff: m.theStaff,
  member: m.oneOfStaff,
};
const assignee = (role: Assignee['role']): Assignee => (role === 'member' ? { role, id: null } : { role });

export function CreateTaskForm(props: FormProps<CreateTaskStep>) {
  const { step, at, event } = props;
  const set = settings(props);
  const { staff } = useNames();
  const who = useFieldPlace(`${at}/assignee/role`);
  const offered = Object.entries(roles).filter(
    ([role]) =>
      role !== 'staff' || step.assignee.role === 'staff' || eventTypeOf(event)?.roles.includes('staff'),
  );
  return (
    <>
      <FieldText
        label={m.toDo}
        at={`${at}/title`}
        event={event}
        maxLength={taskLimits.title}
        value={step.title}
        onChange={(title) => set({ title }, true)}
      />
      <FieldText
        label={m.notes}
        at={`${at}/notes`}
        event={event}
        maxLength={taskLimits.notes}
        lines={3}
        value={step.notes ?? ''}
        onChange={(notes) => set({ notes: notes || undefined }, true)}
      />
      <Select
        label={m.for}
        allowDeselect={false}
        value={step.assignee.role}
        onChange={(role) => role && set({ assignee: assignee(role as Assignee['role']) })}
        data={offered.map(([value, label]) => ({ value, label }))}
        {...(step.assignee.role === 'member' ? {} : who)}
      />
      {step.assignee.role === 'member' && (
        <Select
          label={m.who}
          placeholder={m.chooseSomebody}
          nothingFoundMessage={m.noPerson}
          searchable
          value={step.assignee.id}
          onChange={(id) => set({ assignee: { role: 'member', id } })}
          data={choicesOf(staff)}
          {...who}
        />
      )}
      <Switch
        label={m.withDue}
        checked={step.due !== undefined}
        onChange={(e) => set({ due: e.currentTarget.checked ? { amount: 1, unit: 'days' } : undefined })}
      />
      {step.due && (
        <DurationFields
          label={m.dueAfter}
          at={`${at}/due`}
          value={step.due}
          onChange={(due, typing) => set({ due }, typing)}
        />
      )}
    </>
  );
}
