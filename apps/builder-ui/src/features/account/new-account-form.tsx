import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldError, formError } from '../../kit/field-error.js';
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
export function NewAccountForm({ email, name: called, error, pending, onSubmit }: Props) {
  const [name, setName] = useState(called);
  const [password, setPassword] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ name, password });
      }}
    >
      <Stack>
        {formError(error) && <Alert color="red">{formError(error)}</Alert>}
        <TextInput label="Email" autoComplete="username" readOnly value={email} variant="filled" />
        <TextInput
          label="Your name"
          autoComplete="name"
          required
          maxLength={200}
          value={name}
          error={fieldError(error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NewPassword
          label="Choose a password"
          value={password}
          error={fieldError(error, 'password')}
          onChange={setPassword}
        />
        <Button type="submit" loading={pending}>
          Accept and sign in
        </Button>
      </Stack>
    </form>
  );
}
