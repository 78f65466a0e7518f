import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import { lookForNewVersion } from '../session/new-version.js';
import { MissingPage } from './missing-page.js';

type Page = () => React.JSX.Element;

/** The page's policy forbids code from strings, so zod is told before a schema is read that it need not try. */
const quietZod = async () => (await import('zod')).config({ jitless: true });
/** Cards are measured before they are drawn: in the letters they are drawn with. Without the font's file the system's are used. */
const cardFont = () => document.fonts.load('600 14px Inter').catch(() => []);

/** A page whose code is fetched when somebody goes there, so that the sign-in waits for none of it. */
export const fetched = (load: () => Promise<Page>): RouteComponent =>
  lazyRouteComponent(async () => {
    try {
      await quietZod();
      return { default: await load() };
    } catch {
      // The files of a build are there as long as the build is the server's: after an upgrade those of an open page are gone.
      await lookForNewVersion();
      return { default: MissingPage };
    }
  });

/** The same for a page with a canvas. */
export const fetchedCanvas = (load: () => Promise<Page>): RouteComponent =>
  fetched(async () => {
    const [page] = await Promise.all([load(), cardFont()]);
    return page;
  });
