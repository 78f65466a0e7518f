/** Whether this browser keeps what is written until the server has it: a private window may not, nor one whose storage is full or blocked. */
export class Keeping {
  #works = true;
  readonly #listeners = new Set<() => void>();

  readonly view = (): boolean => this.#works;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What became of the last attempt to keep something. */
  tried(works: boolean): void {
    if (works === this.#works) return;
    this.#works = works;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The one of this page. */
export const keeping = new Keeping();
