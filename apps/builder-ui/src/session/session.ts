/** Who works on this page, and in which studio. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly studioId: string;
  readonly studio: string;
}

export type SessionState =
  /** Nobody has signed in on this page yet. */
  | { readonly type: 'unknown' }
  | { readonly type: 'in'; readonly person: Person }
  /** The session has ended while somebody was working. */
  | { readonly type: 'ended'; readonly person: Person }
  /** Somebody else has signed in since, or the same person in another studio. */
  | { readonly type: 'other'; readonly person: Person; readonly other: Person };

export const samePerson = (a: Person, b: Person): boolean =>
  a.userId === b.userId && a.studioId === b.studioId;

/** The page's session: begins with the first answer to who is there, and may end and go on while the page stays open. */
export class Session {
  #state: SessionState = { type: 'unknown' };
  readonly #listeners = new Set<() => void>();

  readonly view = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The server says who is signed in. The page stays with the person who opened it. */
  found(person: Person): void {
    const state = this.#state;
    if (state.type === 'unknown' || samePerson(state.person, person))
      this.#changeState({ type: 'in', person });
    else this.#changeState({ type: 'other', person: state.person, other: person });
  }

  /** The server says that nobody is signed in. */
  ended(): void {
    const state = this.#state;
    if (state.type === 'in' || state.type === 'other')
      this.#changeState({ type: 'ended', person: state.person });
  }

  /** Resolves when the person who opened the page is signed in. */
  async restored(): Promise<void> {
    while (this.#state.type === 'ended' || this.#state.type === 'other')
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
  }

  #changeState(state: SessionState): void {
    const before = this.#state;
    if (before.type === state.type && before.type === 'ended') return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The one of this page. */
export const session = new Session();
