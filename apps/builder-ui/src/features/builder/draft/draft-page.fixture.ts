import { expect } from '@jest/globals';
import { applyOperation, blankDefinition, kinds, type Definition, type Operation } from '@cueline/workflows';
import type { KeptDraft, Notice, Sent, ServerDraft } from './draft-state.js';
import { DraftStore } from './draft-store.js';

/** A server that keeps a draft as the API does, and can be away. */
export class DraftServer {
  draft: ServerDraft = { revision: 1, definition: blankDefinition() };
  /** What it answers instead, one request after the other; `lost`, `busy`: it does it, and does not say so. */
  answers: (Sent<ServerDraft> | 'lost' | 'busy')[] = [];
  requests = 0;
  pauses: (number | undefined)[] = [];

  send = (operations: readonly Operation[], revision: number): Promise<Sent<ServerDraft>> => {
    this.requests++;
    const answer = this.answers.shift();
    if (typeof answer === 'object') return Promise.resolve(answer);
    const done = this.#take(operations, revision);
    if (answer === 'busy') return Promise.resolve({ type: 'busy', seconds: 2, inDoubt: true });
    return Promise.resolve(answer === 'lost' ? { type: 'unreachable' } : done);
  };
  load = () => Promise.resolve({ type: 'saved', draft: this.draft } as const);
  pause = (seconds?: number) => {
    this.pauses.push(seconds);
    return Promise.resolve();
  };
  /** Another window saves. */
  elsewhere(...operations: Operation[]) {
    expect(this.#take(operations, this.draft.revision).type).toBe('saved');
  }

  #take(operations: readonly Operation[], revision: number): Sent<ServerDraft> {
    if (revision !== this.draft.revision) return { type: 'conflict' };
    let definition: Definition = this.draft.definition;
    for (const operation of operations) {
      const applied = applyOperation(definition, operation);
      if (!applied.ok) return { type: 'refused', message: applied.refusal };
      definition = applied.definition;
    }
    this.draft = { revision: revision + 1, definition };
    return { type: 'saved', draft: this.draft };
  }
}

/** A page on which somebody edits that draft. */
export class DraftPage {
  readonly server = new DraftServer();
  readonly notices: Notice[] = [];
  /** What the browser keeps of it. */
  kept: KeptDraft | undefined;
  store = this.#opened();

  /** The page is loaded again. */
  open(): DraftStore<ServerDraft> {
    return (this.store = this.#opened());
  }

  /** Letter after letter into the name of a step. */
  type(stepId: string, ...texts: string[]): void {
    for (const text of texts) this.store.edit(named(stepId, text), true);
  }

  #opened() {
    return new DraftStore(this.server.draft, this.server, {
      notify: (notice) => this.notices.push(notice),
      keep: (draft) => (this.kept = draft),
    });
  }
}

export const insert = (id: string, index = 0): Operation => ({
  type: 'insertStep',
  slot: { parent: null, index },
  step: kinds.wait.defaults(id),
});
export const named = (stepId: string, name: string): Operation => ({
  type: 'updateStep',
  stepId,
  set: { name },
});
export const removed = (stepId: string): Operation => ({ type: 'removeStep', stepId });
export const ids = ({ definition }: Pick<ServerDraft, 'definition'>) => definition.steps.map(({ id }) => id);
export const names = ({ definition }: Pick<ServerDraft, 'definition'>) =>
  definition.steps.map(({ name }) => name);

export function openDraftPage() {
  const page = new DraftPage();
  return { page, server: page.server, store: page.store };
}
