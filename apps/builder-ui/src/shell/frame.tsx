import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageBanners } from '../session/page-banners.js';
import { SessionDialog } from '../session/session-dialog.js';
import { AccountButtons } from './account-buttons.js';
import { BrandMark } from './brand-mark.js';
import { Navigation } from './navigation.js';

const QUIET_MS = 1_500;

interface Props {
  readonly studio: string;
  /** Mails are caught on this machine instead of going out. */
  readonly mailCatcher: boolean;
}

/** What is around every page: the places at the side, on a phone behind a menu. */
export default function Frame({ studio, mailCatcher }: Props) {
  const [open, { toggle, close }] = useDisclosure();
  useAllPages();
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
          <BrandMark studio={studio} />
          <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
        </Group>
        <Navigation mailCatcher={mailCatcher} onGo={close} />
        <div style={{ marginTop: 'auto' }}>
          <AccountButtons />
        </div>
      </AppShell.Navbar>
      <AppShell.Main className="page">
        <PageBanners />
        <SessionDialog />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

/** Fetches the code of all pages once there is nothing else to do: without a network, and after an upgrade, an open page still leads everywhere. */
function useAllPages(): void {
  const { routesById } = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const { options } of Object.values(routesById))
        if (options.component && 'preload' in options.component) void options.component.preload?.();
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [routesById]);
}
