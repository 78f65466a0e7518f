import { Button, Stack, Text } from '@mantine/core';
import type { mailServer } from '@cueline/contracts';
import { ProblemAlert } from '../../kit/problem-alert.js';
import type { Draft } from './draft.js';
import { useSignIn } from './use-sign-in.js';
import { m } from './messages.js';

interface Props {
  readonly provider: mailServer.MailProvider;
  readonly draft: Draft;
  readonly brandId: string | undefined;
}

/** The way in without a password, where the provider has one. */
export function SignInFirst({ provider, draft, brandId }: Props) {
  const signIn = useSignIn(undefined, brandId);
  const name = m.providers[provider];
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        loading={signIn.isPending || signIn.isSuccess}
        onClick={() => signIn.mutate({ provider, draft })}
      >
        {m.signInAt(name)}
      </Button>
      <Text size="sm" c="dimmed">
        {m.noPasswordNeeded(name)}
      </Text>
      {signIn.error && <ProblemAlert error={signIn.error} title={m.notSignedIn} />}
      <Text mt="sm" fw={500}>
        {m.orByPassword}
      </Text>
    </Stack>
  );
}
