import { applyOperation, explainRefusal, type Operation } from '@cueline/workflows';
import { commit } from './commit.js';
import type { DraftEffect, DraftState, ServerDraft, Transition } from './draft-state.js';
import { sendNext } from './sending.js';
import { language } from '../../../messages/language.js';
import { m } from '../messages.js';

export function edited<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  operation: Operation,
  typing: boolean,
): Transition<Draft> {
  const made = commit(state, operation, typing);
  if (!made) return { state, effects: [cannot(state, operation)] };
  const { inverse } = made;
  return sendNext({ ...made.state, history: made.state.history.after(inverse, typing) });
}

function cannot(state: DraftState<ServerDraft>, operation: Operation): DraftEffect {
  const applied = applyOperation(state.definition, operation);
  const message = applied.ok ? '' : explainRefusal(applied.refusal, language);
  return { type: 'notify', notice: { title: m.cannot, message } };
}

export function steppedBack<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  way: 'undo' | 'redo',
): Transition<Draft> {
  const operation = state.history[way].at(-1);
  if (!operation) return { state, effects: [] };
  const made = commit(state, operation, false);
  if (!made) {
    const notice = {
      title: way === 'undo' ? m.cannotUndo : m.cannotRedo,
      message: m.changedSince,
    };
    return {
      state: { ...state, history: state.history.without(way) },
      effects: [{ type: 'notify', notice }],
    };
  }
  const { history } = made.state;
  const moved = way === 'undo' ? history.undone(made.inverse) : history.redone(made.inverse);
  return sendNext({ ...made.state, history: moved });
}
