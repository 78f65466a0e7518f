import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import IconArchive from '~icons/tabler/archive';
import IconMail from '~icons/tabler/mail';
import IconMailOpened from '~icons/tabler/mail-opened';
import IconTrash from '~icons/tabler/trash';
import IconX from '~icons/tabler/x';
import type { Icon } from '../../../kit/icon.js';
import type { Action } from '../use-mail-actions.js';
import { m } from '../messages.js';
import styles from './list.module.css';

interface Props {
  readonly count: number;
  readonly onDo: (action: Action) => void;
  readonly onClear: () => void;
}

const actions: readonly { readonly action: Action; readonly label: string; readonly icon: Icon }[] = [
  { action: 'archive', label: m.archive, icon: IconArchive },
  { action: 'read', label: m.markRead, icon: IconMailOpened },
  { action: 'unread', label: m.markUnread, icon: IconMail },
  { action: 'trash', label: m.trash, icon: IconTrash },
];

/** What can be done with all that are selected at once. */
export const SelectionBar = ({ count, onDo, onClear }: Props) => (
  <Group
    className={styles['selection']}
    gap={4}
    wrap="nowrap"
    role="toolbar"
    aria-label={m.actionsOfSelection}
  >
    <Text size="sm" fw={500} role="status" style={{ flex: 1 }}>
      {m.selected(count)}
    </Text>
    {actions.map(({ action, label, icon: Icon }) => (
      <Tooltip key={action} label={label}>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} onClick={() => onDo(action)}>
          <Icon size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    ))}
    <Tooltip label={m.clearSelection}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={m.clearSelection} onClick={onClear}>
        <IconX size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  </Group>
);
