import { Stack, TextInput } from '@mantine/core';
import type { StepKind, StepOf } from '@cueline/workflows';
import type { ComponentType } from 'react';
import { CreateTaskForm } from './create-task-form.js';
import { ApproveForm } from './approve-form.js';
import { CallWebhookForm } from './call-webhook-form.js';
import { DecideForm } from './decide-form.js';
import { EndForm } from './end-form.js';
import { settings, type FormProps } from './form-props.js';
import { NotifyStaffForm } from './notify-staff-form.js';
import { SendMailForm } from './send-mail-form.js';
import { StartWorkflowForm } from './start-workflow-form.js';
import { UpdateRecordForm } from './update-record-form.js';
import { WaitForEventForm } from './wait-for-event-form.js';
import { WaitForm } from './wait-form.js';
import { m } from './messages.js';

/** The form of each kind; a kind without one does not compile. */
const forms: { readonly [K in StepKind]: ComponentType<FormProps<StepOf<K>>> } = {
  sendMail: SendMailForm,
  wait: WaitForm,
  decide: DecideForm,
  createTask: CreateTaskForm,
  updateRecord: UpdateRecordForm,
  waitForEvent: WaitForEventForm,
  approve: ApproveForm,
  startWorkflow: StartWorkflowForm,
  notifyStaff: NotifyStaffForm,
  callWebhook: CallWebhookForm,
  end: EndForm,
};

/** The settings of a step: every change is an edit of the draft. */
export function StepForm(props: FormProps) {
  const { step } = props;
  const Form = forms[step.kind] as ComponentType<FormProps>;
  return (
    <Stack>
      <Form {...props} />
      <TextInput
        label={m.name}
        description={m.nameAbout}
        maxLength={120}
        value={step.name ?? ''}
        onChange={(event) => settings(props)({ name: event.currentTarget.value || undefined }, true)}
      />
    </Stack>
  );
}
