import { Alert, Button, Card, Center, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

async function signIn(email: string, password: string): Promise<void> {
  const response = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (response.ok) return;
  if (response.status === 429) throw new Error('Too many attempts. Wait a minute and try again.');
  throw new Error(
    response.status < 500
      ? 'This mail address and password do not fit together.'
      : 'Cueline cannot be reached. Try again in a moment.',
  );
}

export function SignInPage() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const queries = useQueryClient();
  const attempt = useMutation({
    mutationFn: () => signIn(email, password),
    onSuccess: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <Center component="main" mih="100vh" p="md">
      <Card component="form" onSubmit={submit} withBorder shadow="sm" padding="xl" w="100%" maw={380}>
        <Stack>
          <div>
            <Title order={1} size="h2">
              Cueline
            </Title>
            <Text c="dimmed">Sign in to your studio</Text>
          </div>
          {attempt.error && <Alert color="red">{attempt.error.message}</Alert>}
          <TextInput
            label="Mail address"
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(e) => setEmail(e.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
          />
          <Button type="submit" loading={attempt.isPending}>
            Sign in
          </Button>
        </Stack>
      </Card>
    </Center>
  );
}
