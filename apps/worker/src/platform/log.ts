import { describeError } from './describe-error.js';

const QUIET_MS = 30_000;
const KEPT = 1_000;
const said = new Map<string, number>();

/** One line per thing an operator has to know; never a body, an address or a credential. */
export const log = {
  info: (message: string) => console.log(`${new Date().toISOString()} ${message}`),
  warn: (message: string, error?: unknown) =>
    console.warn(`${new Date().toISOString()} ${message}${error ? `: ${describeError(error)}` : ''}`),
  /** The same is said once in half a minute, however often it comes. @param about what makes it the same */
  warnSeldom: (about: string, message: string, error?: unknown) => {
    const now = Date.now();
    if (now - (said.get(about) ?? 0) < QUIET_MS) return;
    said.delete(about);
    if (said.size >= KEPT) said.delete(said.keys().next().value!);
    said.set(about, now);
    log.warn(message, error);
  },
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
