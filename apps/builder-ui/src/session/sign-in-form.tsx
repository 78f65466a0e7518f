import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ProblemAlert } from '../kit/problem-alert.js';

async function signIn(email: string, password: string): Promise<void> {
  const response = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch(() => undefined);
  if (response?.ok) return;
  // Too many attempts: the server says how long to wait.
  if (response?.status === 429) throw new Error(((await response.json()) as { detail: string }).detail);
  throw new Error(
    response && response.status < 500
      ? 'That email or password isn’t right.'
      : 'Cueline cannot be reached. Try again in a moment.',
  );
}

interface Props {
  /** Who is expected to sign in. */
  readonly email?: string | undefined;
  /** After the server has accepted the sign-in. */
  readonly onSignedIn: () => Promise<unknown>;
}

/** Email and password: on the sign-in page, and over a page whose session has ended. */
export function SignInForm({ email: expected = '', onSignedIn }: Props) {
  const [email, setEmail] = useState(expected);
  const [password, setPassword] = useState('');
  const attempt = useMutation({ mutationFn: () => signIn(email, password).then(onSignedIn) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {attempt.error && <ProblemAlert error={attempt.error} />}
        <TextInput
          label="Mail address"
          inputMode="email"
          autoCapitalize="none"
          autoComplete="username"
          required
          autoFocus={!expected}
          value={email}
          onChange={(e) => setEmail(e.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          autoFocus={Boolean(expected)}
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
        />
        <Button type="submit" loading={attempt.isPending}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
