import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Says what went with a removed step, and brings it back on a click. */
export function offerUndo(stepsBelow: number, undo: () => void): void {
  const count = stepsBelow === 1 ? '1 step' : `${stepsBelow} steps`;
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">Step removed{stepsBelow > 0 && `, with ${count} on its paths`}.</Text>
        <Button
          size="xs"
          variant="light"
          onClick={() => {
            undo();
            notifications.hide(id);
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}
