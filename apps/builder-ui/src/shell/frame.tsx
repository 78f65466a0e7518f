import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { BrokenAccounts } from '../domain/email-accounts/broken-accounts.js';
import { PageBanners } from '../session/page-banners.js';
import { SessionDialog } from '../session/session-dialog.js';
import { BrandMark } from './brand-mark.js';
import styles from './frame.module.css';
import { BottomBar, Sidebar } from './navigation.js';
import { m } from './messages.js';

interface Props {
  readonly studio: string;
  /** Emails are caught on this machine instead of going out. */
  readonly mailCatcher: boolean;
}

/** Pages that need the width: the places become a rail of icons. */
const isEditor = (pathname: string): boolean => /^\/(?:workflows|templates)\/[^/]+/.test(pathname);

/** What is around every page: the places at the side, on a phone below. */
export default function Frame({ studio, mailCatcher }: Props) {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const isNarrow = useMediaQuery('(max-width: 63.99em)', false, { getInitialValueInEffect: false });
  const side = isPhone ? 'none' : isNarrow || isEditor(pathname) ? 'rail' : 'full';
  useAllPages();
  return (
    <div className={styles['frame']} data-side={side}>
      <a
        className={styles['skip']}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {m.skip}
      </a>
      {isPhone ? (
        <header className={styles['top']}>
          <BrandMark studio={studio} />
        </header>
      ) : (
        <Sidebar studio={studio} mailCatcher={mailCatcher} isRail={side === 'rail'} />
      )}
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <Notifications position="bottom-center" limit={1} />
        <PageBanners />
        {!pathname.startsWith('/email-accounts') && <BrokenAccounts />}
        <SessionDialog />
        <Outlet />
      </main>
      {isPhone && <BottomBar mailCatcher={mailCatcher} className={styles['bottom']!} />}
    </div>
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
