import type { Operation } from '@cueline/workflows';
import { withRenamed, type Renames } from './renamed-ids.js';

const DEPTH = 100;

/** The edits that take edits back, and forward again; each at most 100 deep. */
export interface History {
  readonly undo: readonly Operation[];
  readonly redo: readonly Operation[];
  /** @param typing the edit is a keystroke: all in a row in one field are one edit to take back */
  after(inverse: Operation, typing?: boolean): History;
  undone(inverse: Operation): History;
  redone(inverse: Operation): History;
  /** Without the next edit to take back, or forward: its step is gone. */
  without(next: 'undo' | 'redo'): History;
  renamed(renames: Renames): History;
}

/** What a keystroke goes into. */
export function fieldOf(operation: Operation): string {
  if (operation.type === 'updateStep')
    return JSON.stringify([
      operation.stepId,
      [...Object.keys(operation.set), ...(operation.unset ?? [])].sort(),
    ]);
  if (operation.type === 'updatePath')
    return JSON.stringify([operation.stepId, operation.pathId, Object.keys(operation).sort()]);
  return operation.type;
}

function history(
  undo: readonly Operation[],
  redo: readonly Operation[],
  typingIn: string | null = null,
): History {
  return {
    undo,
    redo,
    after: (inverse, typing = false) => {
      const field = typing ? fieldOf(inverse) : null;
      // The first keystroke's inverse says how it was before all of them.
      const grouped = field !== null && field === typingIn;
      return history(grouped ? undo : [...undo, inverse].slice(-DEPTH), [], field);
    },
    undone: (inverse) => history(undo.slice(0, -1), [...redo, inverse]),
    redone: (inverse) => history([...undo, inverse], redo.slice(0, -1)),
    without: (next) =>
      next === 'undo' ? history(undo.slice(0, -1), redo) : history(undo, redo.slice(0, -1)),
    renamed: (renames) => {
      const all = (operations: readonly Operation[]) =>
        operations.map((operation) => withRenamed(operation, renames));
      return history(all(undo), all(redo), typingIn);
    },
  };
}

export const emptyHistory: History = history([], []);
