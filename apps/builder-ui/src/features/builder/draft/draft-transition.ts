import { discardRefused, keepMine, takeTheirs } from './choices.js';
import type { DraftInput, DraftState, ServerDraft, Transition } from './draft-state.js';
import { edited, steppedBack } from './edits.js';
import { onto, received, restored } from './receiving.js';
import { answered, failed, idle, sendNext, sendNow } from './sending.js';

/** One step of the draft's life: what it is after an input, and what is to be done. Reads no clock and calls nobody. */
export function transition<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  input: DraftInput<Draft>,
): Transition<Draft> {
  switch (input.type) {
    case 'edit':
      return edited(state, input.operation, input.typing);
    case 'undo':
    case 'redo':
      return steppedBack(state, input.type);
    case 'due':
      return sendNow(state);
    case 'answered':
      return answered(state, input.answer);
    case 'loaded':
      return state.transit.type === 'loading' ? onto(idle(state), input.draft) : { state, effects: [] };
    case 'notLoaded':
      return failed(state, input.answer);
    case 'received':
      return received(state, input.draft);
    case 'retry':
      return ['waiting', 'refused'].includes(state.transit.type)
        ? sendNext(idle(state))
        : { state, effects: [] };
    case 'signedIn':
      return state.transit.type === 'signedOut' ? sendNext(idle(state)) : { state, effects: [] };
    case 'restored':
      return restored(state, input.kept);
    case 'keepMine':
      return keepMine(state, input.id);
    case 'takeTheirs':
      return { state: takeTheirs(state, input.id), effects: [] };
    case 'dismissLost':
      return { state: { ...state, lost: [] }, effects: [] };
    case 'discardRefused':
      return discardRefused(state);
  }
}
