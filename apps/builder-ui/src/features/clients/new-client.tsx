import { TextInput } from '@mantine/core';
import { call } from '../../api-client/api.js';
import { createClient } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { NewRecordForm } from '../../domain/record/new-record-form.js';
import { m } from './messages.js';

const empty = { firstName: '', lastName: '', email: '', phone: '' };

export const NewClient = ({ onDone }: { readonly onDone: () => void }) => (
  <NewRecordForm
    initial={empty}
    lists={keys.clients.all}
    make={({ email, phone, ...names }) =>
      call(createClient({ body: { ...names, email: email || null, phone: phone || null } }))
    }
    onDone={onDone}
  >
    {(text) => (
      <>
        <TextInput label={m.firstName} required maxLength={100} data-autofocus {...text('firstName')} />
        <TextInput label={m.lastName} maxLength={100} {...text('lastName')} />
        <TextInput label={m.email} inputMode="email" {...text('email')} />
        <TextInput label={m.phone} type="tel" maxLength={50} {...text('phone')} />
      </>
    )}
  </NewRecordForm>
);
