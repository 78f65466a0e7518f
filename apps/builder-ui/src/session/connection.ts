/** `offline`: this machine has no network. `away`: the network is there, and Cueline does not answer. */
export type ConnectionState = 'up' | 'offline' | 'away';

const PROBE_MS = 2_500;

/** Whether the server can be reached, learned from the requests that are made anyway; while it cannot, it is looked for. */
class Connection {
  #failed = false;
  #probing = false;
  readonly #listeners = new Set<() => void>();

  readonly view = (): ConnectionState => {
    if (!navigator.onLine) return 'offline';
    return this.#failed ? 'away' : 'up';
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears of the network from the browser. @returns how to stop */
  watch(): () => void {
    const online = () => {
      this.#notify();
      void this.#probe();
    };
    window.addEventListener('online', online);
    window.addEventListener('offline', this.#notify);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', this.#notify);
    };
  }

  answered(): void {
    if (!this.#failed) return;
    this.#failed = false;
    this.#notify();
  }

  failed(): void {
    if (!this.#failed) {
      this.#failed = true;
      this.#notify();
    }
    if (!this.#probing) void this.#probe();
  }

  /** Resolves when the server answers again, at the latest after so long. */
  async back(mostMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, mostMs);
      const stop = this.subscribe(() => {
        if (this.view() === 'up') done();
      });
    });
  }

  async #probe(): Promise<void> {
    this.#probing = true;
    while (this.#failed) {
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
      const response = await fetch('/api/health/live', { cache: 'no-store' }).catch(() => undefined);
      if (response?.ok) this.answered();
    }
    this.#probing = false;
  }

  readonly #notify = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };
}

export const connection = new Connection();
