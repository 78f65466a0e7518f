import {
  ActionIcon,
  Alert,
  AppShell,
  Burger,
  Button,
  Center,
  Group,
  Loader,
  NavLink,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconCalendar,
  IconMailOpened,
  IconMoon,
  IconPlayerPlay,
  IconSitemap,
  IconSun,
  IconUsers,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { ApiError } from '../api-client/api.js';
import { SignInPage } from '../features/sign-in/sign-in-page.js';
import { useMeQuery } from './use-me.js';

const places = [
  { to: '/workflows', label: 'Workflows', icon: IconSitemap },
  { to: '/runs', label: 'Runs', icon: IconPlayerPlay },
  { to: '/clients', label: 'Clients', icon: IconUsers },
  { to: '/bookings', label: 'Bookings', icon: IconCalendar },
  { to: '/mails', label: 'Caught mails', icon: IconMailOpened },
] as const;

export function Shell() {
  const me = useMeQuery();
  const [open, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  if (me.isPending)
    return (
      <Center h="100vh">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (me.error instanceof ApiError && me.error.problem.status === 401) return <SignInPage />;
  if (me.error) {
    return (
      <Center h="100vh" p="md">
        <Alert color="red" title="Cueline cannot be reached">
          {me.error.message}{' '}
          <Button mt="sm" onClick={() => void me.refetch()}>
            Try again
          </Button>
        </Alert>
      </Center>
    );
  }
  const shown = places.filter(({ to }) => to !== '/mails' || me.data.mailCatcher);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 210, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
            <Text fw={700}>Cueline</Text>
            <Text c="dimmed" size="sm" visibleFrom="xs">
              {me.data.studio.name}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <SchemeButton />
            <SignOutButton />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        {shown.map(({ to, label, icon: Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            leftSection={<Icon size={18} />}
            active={pathname.startsWith(to)}
            onClick={close}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function SchemeButton() {
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={`Switch to ${other} colours`}
      onClick={() => setColorScheme(other)}
    >
      {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}

function SignOutButton() {
  const queries = useQueryClient();
  const signOut = async () => {
    await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    queries.clear();
    await queries.invalidateQueries();
    location.assign('/');
  };
  return (
    <Button variant="default" size="xs" onClick={() => void signOut()}>
      Sign out
    </Button>
  );
}
