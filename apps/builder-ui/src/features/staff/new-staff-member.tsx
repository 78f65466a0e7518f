import { TextInput } from '@mantine/core';
import { call } from '../../api-client/api.js';
import { createStaffMember } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { NewRecordForm } from '../../domain/record/new-record-form.js';
import { m } from './messages.js';

const empty = { firstName: '', lastName: '', position: '', email: '' };

export const NewStaffMember = ({ onDone }: { readonly onDone: () => void }) => (
  <NewRecordForm
    initial={empty}
    lists={keys.staff.all}
    make={({ email, ...rest }) => call(createStaffMember({ body: { ...rest, email: email || null } }))}
    onDone={onDone}
  >
    {(text) => (
      <>
        <TextInput label={m.firstName} required maxLength={100} data-autofocus {...text('firstName')} />
        <TextInput label={m.lastName} maxLength={100} {...text('lastName')} />
        <TextInput label={m.position} maxLength={100} {...text('position')} />
        <TextInput label={m.email} inputMode="email" {...text('email')} />
      </>
    )}
  </NewRecordForm>
);
