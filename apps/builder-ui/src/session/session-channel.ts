import { askWho } from './ask-who.js';
import { session } from './session.js';

const NAME = 'cueline-session';
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);

/** Tells the other windows of this browser that somebody has signed in or out. */
export const notifyOtherWindows = (): void => channel?.postMessage('changed');

/** Looks who is signed in when another window says so, or when one comes back to this one while it is signed out. */
export function watchSession(): () => void {
  // Without an answer nothing is known anew: the next request, or the next window that comes back, finds out.
  const check = () => void askWho().catch(() => undefined);
  const onFocus = () => {
    if (['ended', 'other'].includes(session.view().type)) check();
  };
  channel?.addEventListener('message', check);
  window.addEventListener('focus', onFocus);
  return () => {
    channel?.removeEventListener('message', check);
    window.removeEventListener('focus', onFocus);
  };
}
