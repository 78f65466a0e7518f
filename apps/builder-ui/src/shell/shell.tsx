import { Alert, AppShell, Burger, Button, Center, Group, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { ApiError } from '../api-client/api.js';
import { SignInPage } from '../features/sign-in/sign-in-page.js';
import { AccountButtons } from './account-buttons.js';
import { BrandMark } from './brand-mark.js';
import { Navigation } from './navigation.js';
import { useMeQuery } from './use-me.js';

/** What is around every page: the places at the side, on a phone behind a menu. */
export function Shell() {
  const me = useMeQuery();
  const [open, { toggle, close }] = useDisclosure();
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
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <AppShell.Header hiddenFrom="sm">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <BrandMark />
          <Burger opened={open} onClick={toggle} size="sm" aria-label="Menu" />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className="navbar" aria-label="Places">
        <Group justify="space-between" wrap="nowrap" p={4} mb="md">
          <BrandMark studio={me.data.studio.name} />
          <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
        </Group>
        <Navigation mailCatcher={me.data.mailCatcher} onGo={close} />
        <div style={{ marginTop: 'auto' }}>
          <AccountButtons />
        </div>
      </AppShell.Navbar>
      <AppShell.Main>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
