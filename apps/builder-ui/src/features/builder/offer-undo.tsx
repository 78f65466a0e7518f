import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { m } from './messages.js';

/** Says what went with a removed step, and brings it back on a click. */
export function offerUndo(stepsBelow: number, undo: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{m.removed(stepsBelow)}</Text>
        <Button
          size="xs"
          variant="light"
          onClick={() => {
            undo();
            notifications.hide(id);
          }}
        >
          {m.undo}
        </Button>
      </Group>
    ),
  });
}
