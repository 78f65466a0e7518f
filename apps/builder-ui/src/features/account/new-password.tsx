import { PasswordInput } from '@mantine/core';

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
    description="At least 10 characters. A few words are easier to remember than symbols."
    autoComplete="new-password"
    required
    minLength={10}
    maxLength={128}
    value={value}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
