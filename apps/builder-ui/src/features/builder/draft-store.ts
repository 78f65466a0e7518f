import { applyOperation, explainRefusal, type Definition, type Operation } from '@cueline/workflows';
import { emptyHistory, type History } from './history.js';

/** The draft as the server has it. */
export interface ServerDraft {
  readonly revision: number;
  readonly definition: Definition;
}

/** What became of edits that were sent. */
export type Sent<Draft> =
  | { readonly type: 'saved'; readonly draft: Draft }
  | { readonly type: 'conflict' }
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused'; readonly message: string };

export interface DraftServer<Draft extends ServerDraft> {
  send(operations: readonly Operation[], revision: number): Promise<Sent<Draft>>;
  load(): Promise<Draft>;
  /** Until the next attempt to reach the server. */
  pause(): Promise<void>;
}

export interface Notice {
  readonly title: string;
  readonly message: string;
}

export interface DraftView<Draft> {
  /** What the server last said; its definition is behind `definition` by the edits that are not saved yet. */
  readonly server: Draft;
  readonly definition: Definition;
  readonly saving: 'saved' | 'saving' | 'offline';
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** As many as the API takes at once. */
const MOST_AT_ONCE = 100;

/**
 * The draft being edited: the server's draft and on top of it the edits that it has not got yet. An edit shows at once, is sent in its
 * order, waits while the server is away, and is put on top of what somebody else has saved meanwhile.
 */
export class DraftStore<Draft extends ServerDraft> {
  #server: Draft;
  #pending: readonly Operation[] = [];
  #history: History = emptyHistory;
  #view: DraftView<Draft>;
  #offline = false;
  #sending: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    draft: Draft,
    private readonly port: DraftServer<Draft>,
    private readonly tell: (notice: Notice) => void,
  ) {
    this.#server = draft;
    this.#view = this.#look();
  }

  readonly view = (): DraftView<Draft> => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The server's draft as somebody has just read it. */
  receive(draft: Draft): void {
    if (draft.revision < this.#server.revision || this.#sending) return;
    this.#server = draft;
    this.#changed();
  }

  /** @param typing the edit is one keystroke of many @returns whether the edit can be made */
  edit(operation: Operation, typing = false): boolean {
    const inverse = this.#commit(operation);
    if (inverse) this.#history = this.#history.after(inverse, typing);
    this.#changed();
    return inverse !== undefined;
  }

  undo(): void {
    const operation = this.#history.undo.at(-1);
    const inverse = operation && this.#commit(operation);
    if (inverse) this.#history = this.#history.undone(inverse);
    this.#changed();
  }

  redo(): void {
    const operation = this.#history.redo.at(-1);
    const inverse = operation && this.#commit(operation);
    if (inverse) this.#history = this.#history.redone(inverse);
    this.#changed();
  }

  /** Resolves when everything is saved. @returns the draft as saved */
  async settled(): Promise<Draft> {
    while (this.#sending) await this.#sending;
    return this.#server;
  }

  #commit(operation: Operation): Operation | undefined {
    const applied = applyOperation(this.#view.definition, operation);
    if (!applied.ok) {
      this.tell({ title: 'This cannot be done', message: explainRefusal(applied.refusal) });
      return undefined;
    }
    this.#pending = [...this.#pending, operation];
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
      this.#changed();
    });
    return applied.inverse;
  }

  async #sendAll(): Promise<void> {
    // The edits of one moment go together.
    await Promise.resolve();
    while (this.#pending.length > 0) {
      const batch = this.#pending.slice(0, MOST_AT_ONCE);
      const sent = await this.port.send(batch, this.#server.revision);
      this.#offline = sent.type === 'unreachable';
      if (sent.type === 'saved') {
        this.#server = sent.draft;
        this.#pending = this.#pending.slice(batch.length);
      } else if (sent.type === 'conflict') {
        await this.#rebase();
      } else if (sent.type === 'unreachable') {
        this.#changed();
        await this.port.pause();
      } else {
        this.#pending = [];
        this.#history = emptyHistory;
        this.#server = await this.port.load().catch(() => this.#server);
        this.tell({ title: 'Your last edits were not saved', message: sent.message });
      }
      this.#changed();
    }
  }

  /** Somebody else has saved: the edits go on top of theirs, as far as they still fit. */
  async #rebase(): Promise<void> {
    try {
      this.#server = await this.port.load();
    } catch {
      this.#offline = true;
      return this.port.pause();
    }
    const before = this.#pending.length;
    this.#pending = fitting(this.#server.definition, this.#pending).operations;
    const lost = before - this.#pending.length;
    const message = lost === 0 ? 'Your edits are on top of theirs.' : `${lost} of your edits no longer fit.`;
    this.tell({ title: 'Somebody else has changed this workflow', message });
  }

  #look(): DraftView<Draft> {
    const { undo, redo } = this.#history;
    return {
      server: this.#server,
      definition: fitting(this.#server.definition, this.#pending).definition,
      saving: this.#offline ? 'offline' : this.#pending.length > 0 ? 'saving' : 'saved',
      canUndo: undo.length > 0,
      canRedo: redo.length > 0,
    };
  }

  #changed(): void {
    this.#view = this.#look();
    for (const listener of this.#listeners) listener();
  }
}

/** Applies edits one after the other, leaving out those that do not fit. */
function fitting(definition: Definition, operations: readonly Operation[]) {
  const fit: Operation[] = [];
  let result = definition;
  for (const operation of operations) {
    const applied = applyOperation(result, operation);
    if (!applied.ok) continue;
    result = applied.definition;
    fit.push(operation);
  }
  return { definition: result, operations: fit };
}
