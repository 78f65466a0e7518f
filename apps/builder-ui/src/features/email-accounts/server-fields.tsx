import { Select, TextInput } from '@mantine/core';
import type { mailServer } from '@cueline/contracts';
import type { Draft } from './draft.js';
import { m } from './messages.js';
import styles from './email-accounts.module.css';

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Where a mail server is, and how the way there is encrypted. */
export function ServerFields({ draft, onChange }: Props) {
  const text = (name: 'host' | 'port') => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <div className={styles['server']}>
        <TextInput label={m.host} required autoCapitalize="none" spellCheck={false} {...text('host')} />
        <TextInput label={m.port} required inputMode="numeric" pattern="\d{1,5}" {...text('port')} />
      </div>
      <Select
        label={m.security}
        data={Object.entries(m.securities).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        value={draft.security}
        onChange={(value) => value && onChange({ security: value as mailServer.MailSecurity })}
      />
    </>
  );
}
