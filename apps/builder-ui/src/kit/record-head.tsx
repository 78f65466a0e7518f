import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Avatar } from './avatar.js';
import { usePageTitle } from './page-title.js';
import styles from './record-head.module.css';

interface Props {
  readonly title: string;
  /** The name of the list it is from, for the window’s title. */
  readonly place: string;
  /** Where it is from, above the name. */
  readonly back?: ReactNode;
  /** It is a person, or is somebody’s. */
  readonly hasAvatar?: boolean;
  /** State and facts beside the name. */
  readonly facts?: ReactNode;
  /** How to reach them, below the name. */
  readonly contact?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of one record: its name, its state, what can be done. */
export function RecordHead({ title, place, back, hasAvatar, facts, contact, actions }: Props) {
  usePageTitle(title, place);
  return (
    <div>
      {back}
      <Group justify="space-between" gap="md" mih={32}>
        <Group gap="md" wrap="nowrap" className={styles['who']}>
          {hasAvatar && <Avatar name={title} size={48} />}
          <div className={styles['text']}>
            <Group gap="xs">
              <Title order={1} size={hasAvatar ? 'h2' : 'h3'} className={styles['text']}>
                {title}
              </Title>
              {facts}
            </Group>
            {contact && <div className={styles['contact']}>{contact}</div>}
          </div>
        </Group>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
    </div>
  );
}
