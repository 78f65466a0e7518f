import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { smtpAccounts } from '@cueline/contracts';
import { ProblemAlert } from '../../kit/problem-alert.js';
import type { Draft } from './draft.js';
import { useSignIn } from './use-sign-in.js';
import { m } from './messages.js';

interface Props {
  readonly draft: Draft;
  readonly account: smtpAccounts.SmtpAccountView;
  readonly onTest: (draft: Draft) => void;
}

/** An account without a password: the provider knows the rest. */
export function SignedInSettings({ draft: initial, account, onTest }: Props) {
  const [draft, setDraft] = useState(initial);
  const signIn = useSignIn(account, undefined);
  const provider = m.providers[account.provider!];
  const isExpired = account.health.cause === 'expired';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onTest(draft);
      }}
    >
      <Stack maw={560}>
        <Text>{isExpired ? m.signInEnded(provider) : m.signsInAt(provider)}</Text>
        {signIn.error && <ProblemAlert error={signIn.error} title={m.notSignedIn} />}
        <TextInput
          label={m.fromName}
          description={m.fromNameHint}
          required
          maxLength={200}
          value={draft.fromName}
          onChange={({ currentTarget: { value: fromName } }) => setDraft({ ...draft, fromName })}
        />
        <Group>
          <Button type="submit" variant={isExpired ? 'default' : 'filled'}>
            {m.test}
          </Button>
          <Button
            variant={isExpired ? 'filled' : 'default'}
            loading={signIn.isPending || signIn.isSuccess}
            onClick={() => signIn.mutate({ provider: account.provider, draft })}
          >
            {m.signInAgain(provider)}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {m.testMeans}
        </Text>
      </Stack>
    </form>
  );
}
