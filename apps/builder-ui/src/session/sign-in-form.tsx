import { PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Form, useFields } from '../kit/form.js';
import { SignInAddress } from '../kit/sign-in-address.js';
import { language } from '../messages/language.js';
import { m } from './messages.js';

async function signIn(email: string, password: string): Promise<void> {
  const response = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({ email, password }),
  }).catch(() => undefined);
  if (response?.ok) return;
  // Too many attempts: the server says how long to wait.
  if (response?.status === 429) throw new Error(((await response.json()) as { detail: string }).detail);
  throw new Error(response && response.status < 500 ? m.notRight : m.tryAgain);
}

interface Props {
  /** Who is expected to sign in. */
  readonly email?: string | undefined;
  /** After the server has accepted the sign-in. */
  readonly onSignedIn: () => Promise<unknown>;
}

/** Email and password: on the sign-in page, and over a page whose session has ended. */
export function SignInForm({ email: expected = '', onSignedIn }: Props) {
  const fields = useFields({ email: expected, password: '' });
  const { email, password } = fields.values;
  const attempt = useMutation({ mutationFn: () => signIn(email, password).then(onSignedIn) });
  const { text, unplaced } = fields.bind(attempt.error);
  return (
    <Form error={unplaced} isBusy={attempt.isPending} submit={m.signIn} onSubmit={attempt.mutate}>
      <SignInAddress label={m.email} autoFocus={!expected} {...text('email')} />
      <PasswordInput
        label={m.password}
        autoComplete="current-password"
        required
        autoFocus={Boolean(expected)}
        {...text('password')}
      />
    </Form>
  );
}
