import { Anchor, Button, PasswordInput, Select, Text, TextInput } from '@mantine/core';
import type { smtpDiagnosis } from '@cueline/contracts';
import { useState } from 'react';
import { ServerFields } from './server-fields.js';
import { SignInFirst } from './sign-in-first.js';
import { TestForm } from './test-form.js';
import type { Draft } from './draft.js';
import { m } from './messages.js';

interface Props {
  readonly draft: Draft;
  readonly found: smtpDiagnosis.FoundSettings | undefined;
  /** It has a password already, which stays when none is given. */
  readonly isStored: boolean;
  readonly brandId: string | undefined;
  readonly onBack?: () => void;
  readonly onTest: (draft: Draft) => void;
}

const keyOf = ({ host, port, security }: { host: string; port: number | string; security: string }) =>
  `${host}:${port} ${security}`;

/** What was found, to be looked over, and the password. */
export function SettingsStep({ draft: initial, found, isStored, brandId, onBack, onTest }: Props) {
  const [draft, setDraft] = useState(initial);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const text = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const provider = found?.provider;
  const wantsAppPassword = provider?.signIn[0] === 'appPassword';
  const choices = found?.smtp ?? [];
  return (
    <TestForm
      draft={draft}
      onFromName={(fromName) => set({ fromName })}
      onTest={() => onTest(draft)}
      buttons={
        <>
          <Button type="submit" variant={provider?.connect ? 'default' : 'filled'}>
            {m.test}
          </Button>
          {onBack && (
            <Button variant="subtle" color="gray" onClick={onBack}>
              {m.back}
            </Button>
          )}
        </>
      }
    >
      {found && <Text>{foundText(found)}</Text>}
      {provider?.connect && <SignInFirst provider={provider.connect} draft={draft} brandId={brandId} />}
      {choices.length > 1 && (
        <Select
          label={m.found}
          data={choices.map((one) => ({
            value: keyOf(one),
            label: m.endpoint(one.host, one.port, m.securities[one.security]),
          }))}
          value={choices.some((one) => keyOf(one) === keyOf(draft)) ? keyOf(draft) : null}
          onChange={(value) => {
            const one = choices.find((choice) => keyOf(choice) === value);
            if (one) set({ host: one.host, port: String(one.port), security: one.security, user: one.user });
          }}
        />
      )}
      <ServerFields draft={draft} onChange={set} />
      {isStored && <TextInput label={m.address} required type="email" {...text('address')} />}
      <TextInput label={m.user} required autoCapitalize="none" spellCheck={false} {...text('user')} />
      <PasswordInput
        label={wantsAppPassword ? m.appPassword : m.password}
        description={
          provider?.passwordPage ? (
            <Anchor href={provider.passwordPage} target="_blank" rel="noreferrer" size="xs">
              {m.passwordPage(provider.name)}
            </Anchor>
          ) : (
            isStored && m.passwordStays
          )
        }
        required={!isStored}
        autoComplete="off"
        {...text('password')}
      />
    </TestForm>
  );
}

function foundText({ provider, smtp: [best], address }: smtpDiagnosis.FoundSettings): string {
  if (provider) return m.foundAt(provider.name);
  return best ? m.foundBy[best.source](best.host) : m.nothingFound(address);
}
