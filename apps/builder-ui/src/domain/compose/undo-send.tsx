import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { call } from '../../api-client/api.js';
import { skipSends } from '../../api-client/generated/sdk.gen.js';
import { m } from './messages.js';

/** For so long an email can be called back after one has pressed Send. */
export const UNDO_MS = 10_000;

interface Sent {
  readonly ids: readonly string[];
  readonly message: string;
  /** How long the offer stands. */
  readonly forMs: number;
  /** Told when all of it was called back. */
  readonly onUndone: () => void;
}

/** Says that an email leaves, and calls it back on a click: either it was, or it is said that it had left. */
export function offerToCallBack({ ids, message, forMs, onUndone }: Sent): void {
  const undo = async () => {
    notifications.hide(id);
    try {
      const { others } = await call(skipSends({ body: { ids: [...ids] } }));
      const left = others.filter(({ state }) => state === 'sending' || state === 'sent').length;
      if (left === 0) return onUndone();
      notifications.show({ color: 'yellow', message: left < ids.length ? m.someHadLeft(left) : m.hadLeft });
    } catch (error) {
      notifications.show({ color: 'red', message: (error as Error).message });
    }
  };
  const id = notifications.show({
    autoClose: forMs,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="xs" variant="light" onClick={() => void undo()}>
          {m.undo}
        </Button>
      </Group>
    ),
  });
}
