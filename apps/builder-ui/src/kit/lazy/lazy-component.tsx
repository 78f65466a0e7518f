import { useEffect, useSyncExternalStore, type ComponentType } from 'react';
import { checkForNewVersion } from '../../session/new-version.js';
import { Loading } from '../loading.js';
import { LazyCode } from './lazy-code.js';
import { MissingPage } from './missing-page.js';

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
