import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { smtpAccounts } from '@cueline/contracts';
import { ProblemAlert } from '../../kit/problem-alert.js';
import type { Draft } from './draft.js';
import { TestForm } from './test-form.js';
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
    <TestForm
      draft={draft}
      onFromName={(fromName) => setDraft({ ...draft, fromName })}
      onTest={() => onTest(draft)}
      buttons={
        <>
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
        </>
      }
    >
      <Text>{isExpired ? m.signInEnded(provider) : m.signsInAt(provider)}</Text>
      {signIn.error && <ProblemAlert error={signIn.error} title={m.notSignedIn} />}
    </TestForm>
  );
}
