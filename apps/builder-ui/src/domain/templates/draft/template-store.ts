import { DraftHistory } from './draft-history.js';
import { differing, merge, type Part, type TemplateDraft } from './template-draft.js';

export type Saving = 'saved' | 'saving' | 'offline' | 'busy' | 'signedOut' | 'refused' | 'conflict';

/** A template as the server has it. */
export interface Stored {
  readonly draft: TemplateDraft;
  readonly revision: number;
}

export type Answer =
  | { readonly type: 'saved'; readonly stored: Stored }
  | { readonly type: 'conflict' }
  | { readonly type: 'signedOut' }
  | { readonly type: 'busy'; readonly seconds: number }
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused'; readonly message: string };

export interface TemplateServer {
  save(draft: TemplateDraft, changed: readonly Part[], revision: number): Promise<Answer>;
  load(): Promise<Answer>;
  /** Until the next attempt. */
  pause(seconds?: number): Promise<void>;
  /** Until the same person is signed in again. */
  signedIn(): Promise<void>;
  /** A moment after the last keystroke. */
  quiet(): Promise<void>;
}

export interface TemplateView {
  readonly draft: TemplateDraft;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What another window has saved in the same parts, until a person has chosen. */
  readonly conflict?: { readonly theirs: TemplateDraft; readonly parts: readonly Part[] };
  /** Why the server does not take it. */
  readonly refusal?: string;
}

/** A template that is being written: saved by itself, never over what others have saved unseen. */
export class TemplateStore {
  #base: Stored;
  #draft: TemplateDraft;
  #saving: Saving = 'saved';
  #conflict: (Stored & { readonly parts: readonly Part[] }) | undefined;
  #refusal: string | undefined;
  #work: Promise<void> | undefined;
  readonly #history = new DraftHistory();
  readonly #listeners = new Set<() => void>();
  #view: TemplateView;

  constructor(
    stored: Stored,
    private readonly server: TemplateServer,
    private readonly now: () => number,
  ) {
    this.#base = stored;
    this.#draft = stored.draft;
    this.#view = this.#snapshot();
  }

  readonly view = (): TemplateView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether the server has all of it. */
  get isSaved(): boolean {
    return differing(this.#base.draft, this.#draft).length === 0;
  }

  change(next: TemplateDraft): void {
    if (differing(this.#draft, next).length === 0) return;
    this.#history.changed(this.#draft, next, this.now());
    this.#write(next);
  }

  undo(): void {
    const next = this.#history.undo(this.#draft);
    if (next) this.#write(next);
  }

  redo(): void {
    const next = this.#history.redo(this.#draft);
    if (next) this.#write(next);
  }

  /** Somebody has just read the template. */
  receive(stored: Stored): void {
    if (stored.revision <= this.#base.revision || this.#work) return;
    if (!this.isSaved) return this.#meet(stored);
    this.#base = stored;
    if (differing(stored.draft, this.#draft).length > 0) this.#history.clear();
    this.#draft = stored.draft;
    this.#changed();
  }

  takeTheirs(): void {
    if (!this.#conflict) return;
    this.#base = this.#conflict;
    this.#history.changed(this.#draft, this.#conflict.draft, this.now());
    this.#draft = this.#conflict.draft;
    this.#settle();
  }

  keepMine(): void {
    if (!this.#conflict) return;
    this.#base = this.#conflict;
    this.#settle();
  }

  retry(): void {
    this.#refusal = undefined;
    this.#save();
  }

  /** Resolves when all is saved, or waits for a person. @returns whether it is saved */
  async settled(): Promise<boolean> {
    while (this.#work) await this.#work;
    return this.isSaved;
  }

  #settle(): void {
    this.#conflict = undefined;
    this.#save();
    this.#changed();
  }

  #write(next: TemplateDraft): void {
    this.#draft = next;
    this.#refusal = undefined;
    this.#save();
    this.#changed();
  }

  #save(): void {
    if (this.#conflict || this.#work || this.#refusal !== undefined) return;
    this.#saving = this.isSaved ? 'saved' : 'saving';
    if (this.isSaved) return;
    this.#work = this.#attempts().finally(() => {
      this.#work = undefined;
      // What was written while the last answer came.
      this.#save();
      this.#changed();
    });
  }

  async #attempts(): Promise<void> {
    await this.server.quiet();
    while (!this.isSaved && !this.#conflict && this.#refusal === undefined) {
      const sent = this.#draft;
      const changed = differing(this.#base.draft, sent);
      const answer = await this.server.save(sent, changed, this.#base.revision);
      await this.#take(answer, sent);
      this.#changed();
    }
  }

  async #take(answer: Answer, sent: TemplateDraft): Promise<void> {
    switch (answer.type) {
      case 'saved':
        this.#base = { ...answer.stored, draft: sent };
        this.#state(this.isSaved ? 'saved' : 'saving');
        if (!this.isSaved) await this.server.quiet();
        return;
      case 'conflict': {
        const loaded = await this.server.load();
        if (loaded.type === 'saved') this.#meet(loaded.stored);
        else if (loaded.type !== 'conflict') await this.#take(loaded, sent);
        return;
      }
      case 'signedOut':
        this.#state('signedOut');
        return this.server.signedIn();
      case 'busy':
        this.#state('busy');
        return this.server.pause(answer.seconds);
      case 'unreachable':
        this.#state('offline');
        return this.server.pause();
      case 'refused':
        this.#refusal = answer.message;
        this.#state('refused');
    }
  }

  /** Their version and mine in one, or a question. */
  #meet(stored: Stored): void {
    const merged = merge(this.#base.draft, this.#draft, stored.draft);
    if (merged.type === 'conflict') {
      this.#conflict = { ...stored, parts: merged.parts };
      return this.#state('conflict');
    }
    this.#base = stored;
    if (differing(merged.draft, this.#draft).length > 0) this.#history.clear();
    this.#draft = merged.draft;
    this.#save();
    this.#changed();
  }

  #state(saving: Saving): void {
    this.#saving = saving;
    this.#changed();
  }

  #changed(): void {
    this.#view = this.#snapshot();
    for (const listener of [...this.#listeners]) listener();
  }

  #snapshot(): TemplateView {
    const { canUndo, canRedo } = this.#history;
    return {
      draft: this.#draft,
      saving: this.#saving,
      canUndo,
      canRedo,
      ...(this.#conflict && { conflict: { theirs: this.#conflict.draft, parts: this.#conflict.parts } }),
      ...(this.#refusal !== undefined && { refusal: this.#refusal }),
    };
  }
}
