import {
  ActionIcon,
  Button,
  Group,
  Modal,
  Stack,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keeping } from '../session/keeping.js';
import { unsaved } from '../session/unsaved.js';
import { useSignOut } from './use-sign-out.js';

/** Light or dark, and the way out. */
export function AccountButtons() {
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  const [asking, setAsking] = useState(false);
  const signOut = useSignOut();
  return (
    <Stack gap={4}>
      <Button component={Link} to="/account" variant="subtle" color="gray" size="xs" justify="start">
        Your account
      </Button>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          flex={1}
          justify="start"
          onClick={() => (unsaved.any() ? setAsking(true) : void signOut())}
        >
          Sign out
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Switch to ${other} colours`}
          onClick={() => setColorScheme(other)}
        >
          {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
        </ActionIcon>
      </Group>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Sign out with unsaved changes?"
        size="sm"
      >
        <Stack>
          <Text size="sm">
            Some changes are not saved yet.{' '}
            {keeping.view()
              ? 'Those of workflows are kept in this browser until you sign in here again; other text is lost.'
              : 'They are lost: this browser does not keep them.'}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              Stay signed in
            </Button>
            <Button color="red" onClick={() => void signOut()}>
              Sign out
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
