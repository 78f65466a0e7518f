const ANSWER_MS = 400;

const random = () =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Names this window among those of the browser, for as long as it is open. */
export const ownWindow = random();

const lockOf = (window: string) => `cueline-window/${window}`;
// Absent where the page does not come over TLS or from this machine.
const locks = navigator.locks as LockManager | undefined;
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('cueline-windows');

// The browser lets go of it when the window is closed or dies, and not before.
void locks?.request(lockOf(ownWindow), () => new Promise<never>(() => undefined));
channel?.addEventListener('message', ({ data }: MessageEvent<{ readonly ask?: string }>) => {
  if (data.ask === ownWindow) channel.postMessage({ open: ownWindow });
});

/** Whether a window of this browser is open. Shared: two windows that look at the same time do not take each other for it. */
export async function isOpen(window: string): Promise<boolean> {
  if (window === ownWindow) return true;
  return locks
    ? locks.request(lockOf(window), { mode: 'shared', ifAvailable: true }, (lock) => lock === null)
    : answers(window);
}

function answers(window: string): Promise<boolean> {
  if (!channel) return Promise.resolve(false);
  return new Promise((resolve) => {
    const done = (open: boolean) => {
      clearTimeout(timer);
      channel.removeEventListener('message', hear);
      resolve(open);
    };
    const hear = ({ data }: MessageEvent<{ readonly open?: string }>) => {
      if (data.open === window) done(true);
    };
    const timer = setTimeout(() => done(false), ANSWER_MS);
    channel.addEventListener('message', hear);
    channel.postMessage({ ask: window });
  });
}
