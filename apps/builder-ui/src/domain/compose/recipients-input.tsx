import { TagsInput, Text } from '@mantine/core';
import type { Letter, MailStart } from './letter.js';
import { m } from './messages.js';

type Recipient = Letter['to'][number];
type Person = MailStart['people'][number];

interface Props {
  readonly value: readonly Recipient[];
  readonly people: readonly Person[];
  readonly error: string | undefined;
  readonly onChange: (to: Recipient[]) => void;
}

/** Who gets the email: the people on the record by name, and any address. */
export function RecipientsInput({ value, people, error, onChange }: Props) {
  const known = people.filter((one) => one.address !== null);
  const without = people.filter((one) => one.address === null);
  const nameOf = (address: string) =>
    value.find((one) => one.address === address)?.name ||
    known.find((one) => one.address === address)?.name ||
    '';
  const roleOf = (address: string) => known.find((one) => one.address === address)?.role ?? '';
  return (
    <TagsInput
      label={m.to}
      description={value.length > 1 ? m.eachAlone(value.length) : undefined}
      error={error}
      maxTags={50}
      data={known.map(({ address }) => address!)}
      value={value.map(({ address }) => address)}
      onChange={(addresses) =>
        onChange(addresses.map((address) => ({ address: address.trim(), name: nameOf(address) })))
      }
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{nameOf(option.value) || option.value}</Text>
          <Text size="xs" c="dimmed">
            {[nameOf(option.value) && option.value, roleOf(option.value)].filter(Boolean).join(' · ')}
          </Text>
        </div>
      )}
      {...(without.length > 0 && {
        inputContainer: (input) => (
          <>
            {input}
            <Text size="xs" c="dimmed" mt={4}>
              {m.withoutAddress(without.map(({ name }) => name))}
            </Text>
          </>
        ),
      })}
    />
  );
}
