import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { checkForNewVersion } from './new-version.js';
import { unsaved } from './unsaved.js';

const CHECK_MS = 5 * 60_000;

/**
 * Brings an open page to the new version: when it is out of sight, or when one goes to another page anyway; and never while something is not
 * saved. @returns loads the page again at a person's wish
 */
export function useReload(newer: boolean): () => void {
  const router = useRouter();
  useEffect(() => {
    const check = () => void checkForNewVersion();
    const onSight = () => {
      if (document.visibilityState === 'visible') check();
    };
    // A part of this build that is there no more.
    window.addEventListener('vite:preloadError', check);
    document.addEventListener('visibilitychange', onSight);
    const timer = setInterval(check, CHECK_MS);
    return () => {
      window.removeEventListener('vite:preloadError', check);
      document.removeEventListener('visibilitychange', onSight);
      clearInterval(timer);
    };
  }, []);
  useEffect(() => {
    if (!newer) return;
    const onHide = () => {
      if (document.visibilityState === 'hidden' && !unsaved.any()) location.reload();
    };
    document.addEventListener('visibilitychange', onHide);
    const stop = router.subscribe('onBeforeNavigate', ({ toLocation, pathChanged }) => {
      if (pathChanged && !unsaved.any()) location.assign(toLocation.href);
    });
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      stop();
    };
  }, [newer, router]);
  return () => location.reload();
}
