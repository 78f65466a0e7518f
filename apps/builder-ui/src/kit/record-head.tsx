import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from './page-title.js';

interface Props {
  readonly title: string;
  /** The name of the list it is from, for the window’s title. */
  readonly place: string;
  /** Where it is from, above the name. */
  readonly back?: ReactNode;
  /** State and facts beside the name. */
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of one record: its name, its state, what can be done. */
export function RecordHead({ title, place, back, facts, actions }: Props) {
  usePageTitle(title, place);
  return (
    <Group justify="space-between" gap="xs" mih={32}>
      <div>
        {back}
        <Group gap="xs">
          <Title order={1} size="h3">
            {title}
          </Title>
          {facts}
        </Group>
      </div>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
