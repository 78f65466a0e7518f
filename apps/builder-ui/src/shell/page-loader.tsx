import type { RouteComponent } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore, type ComponentType, type JSX } from 'react';
import { checkForNewVersion } from '../session/new-version.js';
import { Loading } from '../kit/loading.js';
import { LazyCode } from './lazy-code.js';
import { MissingPage } from './missing-page.js';

type Page = () => JSX.Element;

/** The page's policy forbids code from strings, so zod is told before a schema is read that it need not try. */
const quietZod = async () => (await import('zod')).config({ jitless: true });
/** Cards are measured before they are drawn: in the letters they are drawn with. Without the font's file the system's are used. */
const cardFont = () => document.fonts.load('500 14px Inter').catch(() => []);

/** A style sheet that could not be fetched is not asked for a second time by the code that needs it. One that is on its way is left to come. */
async function missingStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const there = new Set(links.filter(({ sheet }) => sheet !== null).map(({ href }) => href));
  const missing = new Set(links.map(({ href }) => href).filter((href) => !there.has(href)));
  await Promise.all([...missing].map(styleSheet));
}

const styleSheet = (href: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`${href} could not be fetched.`));
    };
    link.href = href;
    document.head.append(link);
  });

/** A component whose code is fetched when it is shown first, or before by `load`. */
export function lazyComponent<Props extends object>(fetch: () => Promise<ComponentType<Props>>) {
  let failed = false;
  const code = new LazyCode(
    async () => {
      const component = await fetch();
      if (failed) await missingStyles();
      return component;
    },
    async () => {
      failed = true;
      // The files of a build are there as long as the build is the server's: after an upgrade those of an open page are gone.
      await checkForNewVersion();
    },
  );

  function Fetched(props: Props) {
    const state = useSyncExternalStore(code.subscribe, code.view);
    useEffect(() => {
      if (state.type === 'coming') void code.load();
    }, [state.type]);
    if (state.type === 'failed') return <MissingPage onRetry={code.load} />;
    if (state.type === 'coming') return <Loading />;
    const { code: Component } = state;
    return <Component {...props} />;
  }
  return { Fetched, load: code.load };
}

/** A page whose code is fetched when somebody goes there, so that the sign-in waits for none of it. */
export function fetched(fetch: () => Promise<Page>): RouteComponent {
  const { Fetched, load } = lazyComponent(async () => {
    await quietZod();
    return fetch();
  });
  return Object.assign(Fetched, { preload: load });
}

/** The same for a page with a canvas. */
export const fetchedCanvas = (fetch: () => Promise<Page>): RouteComponent =>
  fetched(async () => {
    const [page] = await Promise.all([fetch(), cardFont()]);
    return page;
  });
