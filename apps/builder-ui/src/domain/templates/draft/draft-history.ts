import { differing, type TemplateDraft } from './template-draft.js';

const DEPTH = 100;
/** Keystrokes with less than this between them are one edit to take back. */
const TYPING_MS = 1_000;

/** Drafts to go back to, and forward again. */
export class DraftHistory {
  #undo: TemplateDraft[] = [];
  #redo: TemplateDraft[] = [];
  #last: { readonly in: string; readonly at: number } | undefined;

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** @param now milliseconds of any clock */
  changed(before: TemplateDraft, after: TemplateDraft, now: number): void {
    const where = differing(before, after).join();
    const typing = this.#last?.in === where && now - this.#last.at < TYPING_MS;
    this.#last = { in: where, at: now };
    this.#redo = [];
    if (!typing) this.#undo = [...this.#undo, before].slice(-DEPTH);
  }

  undo(current: TemplateDraft): TemplateDraft | undefined {
    return this.#step(this.#undo, this.#redo, current);
  }

  redo(current: TemplateDraft): TemplateDraft | undefined {
    return this.#step(this.#redo, this.#undo, current);
  }

  /** What others have written is no edit of this window. */
  clear(): void {
    this.#undo = [];
    this.#redo = [];
    this.#last = undefined;
  }

  #step(from: TemplateDraft[], to: TemplateDraft[], current: TemplateDraft): TemplateDraft | undefined {
    const next = from.pop();
    this.#last = undefined;
    if (next) to.push(current);
    return next;
  }
}
