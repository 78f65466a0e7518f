import { Anchor, Group } from '@mantine/core';
import type { ComponentProps } from 'react';
import type { Column } from '../../kit/record-table.js';
import { SuppressedState } from './suppressed-state.js';
import { m } from './messages.js';

interface Reachable extends ComponentProps<typeof SuppressedState> {
  readonly email: string | null;
  readonly phone: string | null;
}

/** How somebody is reached, in a list of people. */
export const contactColumns: readonly Column<Reachable>[] = [
  {
    header: m.emailAddress,
    cell: ({ email, suppressed }) =>
      email && (
        <Group gap={6}>
          <Anchor href={`mailto:${email}`}>{email}</Anchor>
          {suppressed && <SuppressedState suppressed={suppressed} />}
        </Group>
      ),
  },
  { header: m.phone, cell: ({ phone }) => phone && <Anchor href={`tel:${phone}`}>{phone}</Anchor> },
];
