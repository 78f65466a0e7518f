import { applyOperation } from '@cueline/workflows';
import { commit, shown } from './commit.js';
import type { DraftState, ServerDraft, Transition } from './draft-state.js';
import { idle, sendNext } from './sending.js';

/** What this window has is written over the other's: a new edit, which can be undone. */
export function keepMine<Draft extends ServerDraft>(state: DraftState<Draft>, id: string): Transition<Draft> {
  const mine = [...state.conflicts, ...state.overwritten].find((conflict) => conflict.id === id);
  const without = takeTheirs(state, id);
  const made = mine && commit(without, mine.operation, false);
  if (!made) return { state: without, effects: [] };
  return sendNext({ ...made.state, history: made.state.history.after(made.inverse) });
}

export const takeTheirs = <Draft extends ServerDraft>(
  state: DraftState<Draft>,
  id: string,
): DraftState<Draft> =>
  shown({
    ...state,
    conflicts: state.conflicts.filter((conflict) => conflict.id !== id),
    overwritten: state.overwritten.filter((conflict) => conflict.id !== id),
  });

/** Leaves out what the server has refused; what does not fit without it goes too. */
export function discardRefused<Draft extends ServerDraft>(state: DraftState<Draft>): Transition<Draft> {
  const { transit, sent } = state;
  if (transit.type !== 'refused') return { state, effects: [] };
  const { index } = transit;
  const kept = state.pending.filter((_, i) => (index === undefined ? i >= sent : i !== index));
  let { definition } = state.server;
  const pending = kept.filter(({ operation }) => {
    const applied = applyOperation(definition, operation);
    if (applied.ok) definition = applied.definition;
    return applied.ok;
  });
  return sendNext(shown({ ...idle(state), pending, sent: 0, inDoubt: false }));
}
