import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageBanners } from '../session/page-banners.js';
import { SessionDialog } from '../session/session-dialog.js';
import { AccountButtons } from './account-buttons.js';
import { BrandMark } from './brand-mark.js';
import { Navigation } from './navigation.js';

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
        <Notifications position="bottom-left" />
        <PageBanners />
        <SessionDialog />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

/** Runs when the browser has drawn and has nothing else to do. */
const whenIdle = (run: () => void): void =>
  // Not every browser has it.
  'requestIdleCallback' in window ? void window.requestIdleCallback(run) : void setTimeout(run, 200);

/** Fetches the code of all pages as soon as the first is drawn: without a network, and after an upgrade, an open page still leads everywhere. */
function useAllPages(): void {
  const { routesById } = useRouter();
  useEffect(
    () =>
      whenIdle(() => {
        for (const { options } of Object.values(routesById))
          if (options.component && 'preload' in options.component) void options.component.preload?.();
      }),
    [routesById],
  );
}
