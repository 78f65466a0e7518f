import type { RouteComponent } from '@tanstack/react-router';
import type { JSX } from 'react';
import { lazyComponent } from '../kit/lazy/lazy-component.js';

type Page = () => JSX.Element;

/** The page's policy forbids code from strings, so zod is told before a schema is read that it need not try. */
const quietZod = async () => (await import('zod')).config({ jitless: true });
/** Cards are measured before they are drawn: in the letters they are drawn with. Without the font's file the system's are used. */
const cardFont = () => document.fonts.load('500 14px Inter').catch(() => []);

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
