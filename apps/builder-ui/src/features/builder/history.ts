import type { Operation } from '@cueline/workflows';

const DEPTH = 100;

/** The edits that take edits back, and forward again; each at most 100 deep. */
export interface History {
  readonly undo: readonly Operation[];
  readonly redo: readonly Operation[];
  after(inverse: Operation): History;
  undone(inverse: Operation): History;
  redone(inverse: Operation): History;
}

/** Typing into one field of one step is one edit to take back: the first inverse says how it was before. */
const sameField = (a: Operation | undefined, b: Operation): boolean =>
  a?.type === 'updateStep' &&
  b.type === 'updateStep' &&
  a.stepId === b.stepId &&
  Object.keys(a.set).join() === Object.keys(b.set).join() &&
  Object.values(b.set).every((value) => typeof value === 'string');

function history(undo: readonly Operation[], redo: readonly Operation[]): History {
  return {
    undo,
    redo,
    after: (inverse) =>
      history(sameField(undo.at(-1), inverse) ? undo : [...undo, inverse].slice(-DEPTH), []),
    undone: (inverse) => history(undo.slice(0, -1), [...redo, inverse]),
    redone: (inverse) => history([...undo, inverse], redo.slice(0, -1)),
  };
}

export const emptyHistory: History = history([], []);
