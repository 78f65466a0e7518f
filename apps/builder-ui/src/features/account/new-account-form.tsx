import { TextInput } from '@mantine/core';
import { Form, useFields } from '../../kit/form.js';
import { m } from './messages.js';
import { NewPassword } from './new-password.js';

interface Props {
  readonly email: string;
  /** As the inviter calls the person. */
  readonly name: string;
  readonly error: Error | null;
  readonly pending: boolean;
  readonly onSubmit: (account: { name: string; password: string }) => void;
}

/** A name and a password of one's own. */
export function NewAccountForm({ email, name, error, pending, onSubmit }: Props) {
  const fields = useFields({ name, password: '' });
  const { text, value, unplaced } = fields.bind(error);
  return (
    <Form
      error={unplaced}
      isBusy={pending}
      submit={m.acceptAndSignIn}
      onSubmit={() => onSubmit(fields.values)}
    >
      <TextInput label={m.email} autoComplete="username" readOnly value={email} variant="filled" />
      <TextInput label={m.yourName} autoComplete="name" required maxLength={200} {...text('name')} />
      <NewPassword label={m.choosePassword} {...value('password')} />
    </Form>
  );
}
