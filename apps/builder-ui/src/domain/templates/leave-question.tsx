import { Button, Group, Modal, Stack, Text } from '@mantine/core';

interface Props {
  readonly opened: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before changes that are not saved are given up. */
export const LeaveQuestion = ({ opened, onStay, onLeave }: Props) => (
  <Modal opened={opened} onClose={onStay} title="Leave without saving?" size="sm" zIndex={300}>
    <Stack>
      <Text>Your changes to this template are not saved. They are lost when you leave.</Text>
      <Group justify="flex-end">
        <Button variant="default" color="red" onClick={onLeave}>
          Leave
        </Button>
        <Button onClick={onStay}>Stay here</Button>
      </Group>
    </Stack>
  </Modal>
);
