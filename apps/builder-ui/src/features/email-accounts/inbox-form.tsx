import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Draft } from './draft.js';
import { m as own } from './inbox-messages.js';
import { m } from './messages.js';
import { ServerFields } from './server-fields.js';

interface Props {
  readonly initial: Draft;
  /** Nothing of the sign-in is asked where that of an account for sending is used. */
  readonly asks: 'everything' | 'server' | 'change';
  readonly passwordHint?: string;
  readonly button: string;
  readonly isBusy: boolean;
  readonly onSubmit: (draft: Draft) => void;
}

/** Where an inbox is, and who signs in there. */
export function InboxForm({ initial, asks, passwordHint, button, isBusy, onSubmit }: Props) {
  const [draft, setDraft] = useState(initial);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const text = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(draft);
      }}
    >
      <Stack maw={560}>
        {asks === 'everything' && (
          <TextInput label={m.address} required type="email" autoCapitalize="none" {...text('address')} />
        )}
        <ServerFields draft={draft} onChange={set} />
        {asks !== 'server' && (
          <>
            <TextInput label={m.user} required autoCapitalize="none" spellCheck={false} {...text('user')} />
            <PasswordInput
              label={m.password}
              description={passwordHint}
              required={asks === 'everything'}
              autoComplete="off"
              {...text('password')}
            />
          </>
        )}
        {asks === 'server' && <Text size="sm">{own.sameSignIn(draft.user)}</Text>}
        <Button type="submit" loading={isBusy} style={{ alignSelf: 'flex-start' }}>
          {button}
        </Button>
      </Stack>
    </form>
  );
}
