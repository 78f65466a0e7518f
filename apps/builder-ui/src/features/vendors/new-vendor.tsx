import { TextInput } from '@mantine/core';
import { call } from '../../api-client/api.js';
import { createVendor } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { NewRecordForm } from '../../domain/record/new-record-form.js';
import { m } from './messages.js';

const empty = { name: '', trade: '', contact: '', email: '', phone: '' };

export const NewVendor = ({ onDone }: { readonly onDone: () => void }) => (
  <NewRecordForm
    initial={empty}
    lists={keys.vendors.all}
    make={({ email, phone, ...rest }) =>
      call(createVendor({ body: { ...rest, email: email || null, phone: phone || null } }))
    }
    onDone={onDone}
  >
    {(text) => (
      <>
        <TextInput label={m.name} required maxLength={200} data-autofocus {...text('name')} />
        <TextInput label={m.trade} maxLength={100} {...text('trade')} />
        <TextInput label={m.contact} maxLength={200} {...text('contact')} />
        <TextInput label={m.email} inputMode="email" {...text('email')} />
        <TextInput label={m.phone} type="tel" maxLength={50} {...text('phone')} />
      </>
    )}
  </NewRecordForm>
);
