import { connection } from './connection.js';

/** Learns that the server has other pages than these: after an upgrade an open page is an older build. */
export class NewVersion {
  #there = false;
  readonly #listeners = new Set<() => void>();

  /** @param own names this page's build; undefined where pages are not built, as while developing */
  constructor(private readonly own: string | undefined) {}

  readonly view = (): boolean => this.#there;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param build of the pages that the server has; null where it does not say */
  seen(build: string | null): void {
    if (this.#there || this.own === undefined || build === null || build === this.own) return;
    this.#there = true;
    for (const listener of [...this.#listeners]) listener();
  }
}

function ownBuild(): string | undefined {
  if (typeof document === 'undefined') return undefined;
  const content = document.querySelector<HTMLMetaElement>('meta[name="cueline-build"]')?.content;
  return content && /^[0-9a-f]+$/.test(content) ? content : undefined;
}

export const newVersion = new NewVersion(ownBuild());

/** Asks the server for its build, where no answer of the API has told it. */
export async function checkForNewVersion(): Promise<void> {
  const response = await fetch('/build.json', { cache: 'no-store' }).catch(() => connection.failed());
  if (!response?.ok || !response.headers.get('content-type')?.includes('json')) return;
  const { build } = (await response.json()) as { readonly build?: string };
  newVersion.seen(build ?? null);
}
