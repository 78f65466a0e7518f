import type { KeptDraft } from './draft-state.js';

/** Edits that never reached the server, kept in this browser for the person, the studio and the workflow that they belong to. */
export interface KeptEdits {
  /** Owner and window: two windows never write the same. */
  readonly key: string;
  /** Person, studio and workflow. */
  readonly owner: string;
  readonly window: string;
  readonly name: string;
  /** When the last of them was made. */
  readonly at: string;
  readonly kept: KeptDraft;
}
