import { applyOperation, same, type Operation } from '@cueline/workflows';
import { combined, touches, withConflict } from './conflict.js';
import type { DraftState, PendingEdit, ServerDraft } from './draft-state.js';
import { fieldOf } from './history.js';
import { fieldsWritten, valueIn } from './written-field.js';

const RECENT = 20;

/** The state with what it shows, after the server's draft or the edits on it have changed. */
export function shown<Draft extends ServerDraft>(state: DraftState<Draft>): DraftState<Draft> {
  const operations = [...state.pending, ...state.conflicts].map(({ operation }) => operation);
  const definition = operations.reduce((before, operation) => {
    const after = applyOperation(before, operation);
    return after.ok ? after.definition : before;
  }, state.server.definition);
  return { ...state, definition };
}

/** The state with the edit on top, and what takes it back; undefined where the edit does not fit. */
export function commit<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  operation: Operation,
  typing: boolean,
) {
  const before = state.definition;
  const applied = applyOperation(before, operation);
  if (!applied.ok) return undefined;
  const { inverse } = applied;
  const fields = fieldsWritten(operation, before);
  if (state.conflicts.some((conflict) => touches(conflict, fields))) {
    const conflicts = withConflict(state.conflicts, operation, fields).filter(
      // What says the same as the other window's is no conflict any more.
      (conflict) =>
        !conflict.fields.every((field) =>
          same(valueIn(applied.definition, field), valueIn(state.server.definition, field)),
        ),
    );
    return { state: { ...state, definition: applied.definition, conflicts }, inverse };
  }
  const recent =
    fields.length > 0 ? withConflict(state.recent, operation, fields).slice(-RECENT) : state.recent;
  const pending = appended(state, { operation, inverse }, typing);
  return { state: { ...state, definition: applied.definition, pending, recent }, inverse };
}

/** The keystrokes of one field that have not been sent are one edit, and an edit that takes back the one before it is none. */
function appended(
  { pending, sent }: DraftState<ServerDraft>,
  next: PendingEdit,
  typing: boolean,
): readonly PendingEdit[] {
  const last = pending.length > sent ? pending.at(-1)! : undefined;
  if (!last) return [...pending, next];
  if (same(next.operation, last.inverse)) return pending.slice(0, -1);
  if (!typing || fieldOf(last.operation) !== fieldOf(next.operation)) return [...pending, next];
  return [
    ...pending.slice(0, -1),
    { operation: combined(last.operation, next.operation), inverse: last.inverse },
  ];
}
