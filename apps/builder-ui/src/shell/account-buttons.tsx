import {
  ActionIcon,
  Button,
  Group,
  Stack,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSignOut } from './use-sign-out.js';

/** Light or dark, and the way out. */
export function AccountButtons() {
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
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
          onClick={() => void signOut()}
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
    </Stack>
  );
}
