import type { Definition, Operation } from '@cueline/workflows';
import {
  draftState,
  savingOf,
  type DraftEffect,
  type DraftInput,
  type DraftState,
  type KeptDraft,
  type Notice,
  type Saving,
  type Sent,
  type ServerDraft,
} from './draft-state.js';
import { transition } from './draft-transition.js';

/** Where edits go. */
export interface DraftServer<Draft extends ServerDraft> {
  send(operations: readonly Operation[], revision: number): Promise<Sent<Draft>>;
  load(): Promise<Exclude<Sent<Draft>, { readonly type: 'conflict' }>>;
  /** Until the next attempt to reach the server. */
  pause(seconds?: number): Promise<void>;
}

/** Who is told of what happens to the draft. */
export interface DraftAudience {
  readonly notify: (notice: Notice) => void;
  /** What the server has not got, after every change of it; undefined: nothing. */
  readonly keep: (kept: KeptDraft | undefined) => void;
}

export interface DraftView<Draft extends ServerDraft> extends Pick<
  DraftState<Draft>,
  'conflicts' | 'overwritten' | 'lost' | 'transit'
> {
  /** What the server last said; its definition is older than `definition` by the edits that are not saved yet. */
  readonly server: Draft;
  readonly definition: Definition;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** New ids of steps that this window had added under ids that were taken. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Drives the draft's states: tells the server, waits, and shows what is so. Every rule is in `transition`. */
export class DraftStore<Draft extends ServerDraft> {
  #state: DraftState<Draft>;
  #view: DraftView<Draft>;
  #renamed: ReadonlyMap<string, string> = new Map();
  #active = 0;
  #quiet: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(
    draft: Draft,
    private readonly server: DraftServer<Draft>,
    private readonly audience: DraftAudience,
  ) {
    this.#state = draftState(draft);
    this.#view = this.#snapshot();
  }

  readonly view = (): DraftView<Draft> => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param typing the edit is one keystroke of many @returns whether the edit can be made */
  edit(operation: Operation, typing = false): boolean {
    const before = this.#state;
    this.put({ type: 'edit', operation, typing });
    return this.#state !== before;
  }

  undo(): void {
    this.put({ type: 'undo' });
  }

  redo(): void {
    this.put({ type: 'redo' });
  }

  /** The server's draft as somebody has just read it. */
  receive(draft: Draft): void {
    this.put({ type: 'received', draft });
  }

  /** Takes up the edits of an earlier visit, once those of this one are saved. */
  async restore(kept: KeptDraft): Promise<void> {
    await this.settled();
    this.put({ type: 'restored', kept });
  }

  /** Resolves when nothing is under way: everything is saved, or waits for a person. @returns the draft as saved */
  async settled(): Promise<Draft> {
    while (this.#active > 0) await new Promise<void>((resolve) => this.#quiet.push(resolve));
    return this.#state.server;
  }

  put(input: DraftInput<Draft>): void {
    const { state, effects } = transition(this.#state, input);
    const changed = state !== this.#state;
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    if (!changed) return;
    this.#view = this.#snapshot();
    this.audience.keep(this.#unsaved());
    for (const listener of this.#listeners) listener();
  }

  #carryOut(effect: DraftEffect): void {
    switch (effect.type) {
      case 'queue':
        return this.#run(async () => {
          await Promise.resolve();
          this.put({ type: 'due' });
        });
      case 'send':
        return this.#run(async () => {
          const { operations, revision } = effect;
          this.put({ type: 'answered', answer: await this.server.send(operations, revision) });
        });
      case 'load':
        return this.#run(async () => {
          const loaded = await this.server.load();
          if (loaded.type === 'saved') this.put({ type: 'loaded', draft: loaded.draft });
          else this.put({ type: 'notLoaded', answer: loaded });
        });
      case 'wait':
        return this.#run(async () => {
          await this.server.pause(effect.seconds);
          this.put({ type: 'retry' });
        });
      case 'notify':
        return this.audience.notify(effect.notice);
      case 'renamed':
        this.#renamed = effect.steps;
    }
  }

  #run(work: () => Promise<void>): void {
    this.#active++;
    void work().finally(() => {
      if (--this.#active > 0) return;
      const quiet = this.#quiet;
      this.#quiet = [];
      for (const resolve of quiet) resolve();
    });
  }

  #unsaved(): KeptDraft | undefined {
    const { server, pending, conflicts, sent, inDoubt, transit } = this.#state;
    if (pending.length === 0 && conflicts.length === 0) return undefined;
    const operations = [...pending, ...conflicts].map(({ operation }) => operation);
    const { revision, definition } = server;
    return { revision, definition, operations, inDoubt: inDoubt || transit.type === 'sending' ? sent : 0 };
  }

  #snapshot(): DraftView<Draft> {
    const state = this.#state;
    const { server, conflicts, overwritten, lost, transit, history } = state;
    return {
      server,
      conflicts,
      overwritten,
      lost,
      transit,
      definition: state.definition,
      saving: savingOf(state),
      canUndo: history.undo.length > 0,
      canRedo: history.redo.length > 0,
      renamed: this.#renamed,
    };
  }
}
