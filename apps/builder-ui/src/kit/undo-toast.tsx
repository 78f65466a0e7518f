import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { m } from './messages.js';

const STAYS_MS = 10_000;

interface Done {
  /** "3 conversations archived" */
  readonly message: string;
  /** Absent: it cannot be taken back. */
  readonly onUndo?: (() => void) | undefined;
}

/** Says what was done, and for ten seconds offers to take it back. */
export function showDone({ message, onUndo }: Done): void {
  const id = notifications.show({
    autoClose: STAYS_MS,
    message: onUndo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="xs"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {m.undo}
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}
