import { PasswordInput } from '@mantine/core';
import { m } from './messages.js';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A password that somebody chooses. */
export const NewPassword = ({ label, value, error, onChange }: Props) => (
  <PasswordInput
    label={label}
    description={m.passwordHint}
    autoComplete="new-password"
    required
    minLength={10}
    maxLength={128}
    value={value}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
