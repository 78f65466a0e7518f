/** How often something may be tried, and how long one waits after that. */
export interface Limit {
  /** In the key of its counters; another name begins anew. */
  readonly name: string;
  /** Attempts before anybody has to wait. */
  readonly free: number;
  /** The wait after the first attempt beyond; it doubles with each further one. */
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** A counter that stands still for this long is forgotten. */
  readonly forgetAfterSeconds: number;
}

export interface Counter {
  readonly count: number;
  readonly blockedUntil: Date | null;
  readonly expiresAt: Date;
}

/** Seconds that a caller must wait before the next attempt; 0 for none. Attempts meanwhile are refused and not counted. */
export function waitOf(counter: Counter | undefined, now: Date): number {
  const left = (counter?.blockedUntil?.getTime() ?? 0) - now.getTime();
  return left > 0 ? Math.ceil(left / 1_000) : 0;
}

/** The counter after one more attempt. */
export function counted(limit: Limit, counter: Counter | undefined, now: Date): Counter {
  const known = counter && counter.expiresAt > now ? counter.count : 0;
  const count = known + 1;
  const beyond = count - limit.free;
  const wait =
    beyond >= 0 ? Math.min(limit.longestWaitSeconds, limit.firstWaitSeconds * 2 ** Math.min(beyond, 30)) : 0;
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  return {
    count,
    blockedUntil: wait > 0 ? after(wait) : null,
    expiresAt: after(wait + limit.forgetAfterSeconds),
  };
}
