export type CodeState<T> =
  | { readonly type: 'coming' }
  | { readonly type: 'ready'; readonly code: T }
  /** It could not be fetched; it is asked for again by `load`. */
  | { readonly type: 'failed' };

/** Code that is fetched when it is needed, and again after a failure: a page that was opened without a network is there with it. */
export class LazyCode<T> {
  #state: CodeState<T> = { type: 'coming' };
  #loading: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param onFailure what is found out before the failure shows */
  constructor(
    private readonly fetch: () => Promise<T>,
    private readonly onFailure: () => Promise<void>,
  ) {}

  readonly view = (): CodeState<T> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Resolves when it is there, or could not be fetched; one attempt at a time. */
  readonly load = (): Promise<void> => {
    if (this.#state.type === 'ready') return Promise.resolve();
    this.#loading ??= this.#attempt().finally(() => (this.#loading = undefined));
    return this.#loading;
  };

  async #attempt(): Promise<void> {
    try {
      this.#changeState({ type: 'ready', code: await this.fetch() });
    } catch {
      await this.onFailure();
      if (this.#state.type !== 'failed') this.#changeState({ type: 'failed' });
    }
  }

  #changeState(state: CodeState<T>): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
