import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.js';

interface Props {
  readonly opened: boolean;
  readonly title: ReactNode;
  /** A verb with its object. */
  readonly confirm: string;
  readonly cancel: string;
  /** Red: what goes does not come back. The focus then begins on the way out. */
  readonly isDestructive?: boolean;
  readonly isBusy?: boolean;
  readonly isBlocked?: boolean;
  readonly error?: Error | null;
  readonly zIndex?: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What it means, in a sentence; more where there is something to choose. */
  readonly children: ReactNode;
}

/** Says what something means before it is done. */
export const ConfirmDialog = ({
  opened,
  title,
  confirm,
  cancel,
  isDestructive = false,
  isBusy = false,
  isBlocked = false,
  error,
  zIndex,
  onConfirm,
  onClose,
  children,
}: Props) => (
  <Modal opened={opened} onClose={onClose} title={title} {...(zIndex && { zIndex })}>
    <Stack>
      {error && <ProblemAlert error={error} />}
      {typeof children === 'string' ? <Text>{children}</Text> : children}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} {...(isDestructive && { 'data-autofocus': true })}>
          {cancel}
        </Button>
        <Button
          {...(isDestructive && { color: 'red' })}
          loading={isBusy}
          disabled={isBlocked}
          onClick={onConfirm}
        >
          {confirm}
        </Button>
      </Group>
    </Stack>
  </Modal>
);
