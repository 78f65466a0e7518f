import { Select, TextInput } from '@mantine/core';
import type { NoticeRecipient, Recipient } from '@cueline/workflows';
import { m as labels } from '../../../domain/labels/messages.js';
import { useFieldPlace } from '../field-problems.js';
import { m } from './messages.js';

interface AnyRecipient {
  readonly role: Recipient['role'] | NoticeRecipient['role'];
  readonly address?: string;
}

interface Props<To extends AnyRecipient> {
  readonly to: To;
  readonly roles: readonly To['role'][];
  /** The place of the step in the document. */
  readonly at: string;
  /** @param typing while letters come, so that they are undone together */
  readonly onChange: (to: To, typing?: boolean) => void;
}

/** Whom a step writes to: a role, or an address that is typed. */
export function RecipientInputs<To extends AnyRecipient>({ to, roles, at, onChange }: Props<To>) {
  const role = useFieldPlace(`${at}/to/role`);
  const address = useFieldPlace(`${at}/to/address`);
  return (
    <>
      <Select
        label={m.to}
        allowDeselect={false}
        value={to.role}
        onChange={(next) =>
          next && onChange((next === 'address' ? { role: next, address: '' } : { role: next }) as To)
        }
        data={roles.map((one) => ({ value: one, label: labels.recipients[one] }))}
        {...role}
      />
      {to.role === 'address' && (
        <TextInput
          label={m.address}
          inputMode="email"
          maxLength={320}
          value={to.address}
          onChange={(e) => onChange({ role: 'address', address: e.currentTarget.value } as To, true)}
          {...address}
        />
      )}
    </>
  );
}
