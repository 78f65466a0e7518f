import { shown } from './commit.js';
import type { DraftState, PendingEdit, Sent, ServerDraft, Transition } from './draft-state.js';

/** As many as the API takes at once, in number and in letters. */
const MOST_AT_ONCE = 100;
const MOST_LETTERS = 500_000;

export const idle = <Draft extends ServerDraft>(state: DraftState<Draft>): DraftState<Draft> => ({
  ...state,
  transit: { type: 'idle' },
});

/** Has what is pending sent, unless something is under way or stands against it. */
export function sendNext<Draft extends ServerDraft>(state: DraftState<Draft>): Transition<Draft> {
  if (state.transit.type !== 'idle' || state.pending.length === 0) return { state, effects: [] };
  return { state: { ...state, transit: { type: 'queued' } }, effects: [{ type: 'queue' }] };
}

/** A batch whose answer never came is sent again as it was. */
export function sendNow<Draft extends ServerDraft>(state: DraftState<Draft>): Transition<Draft> {
  if (state.transit.type !== 'queued') return { state, effects: [] };
  if (state.pending.length === 0) return { state: idle(state), effects: [] };
  const sent = state.sent > 0 ? state.sent : batchOf(state.pending);
  const operations = state.pending.slice(0, sent).map(({ operation }) => operation);
  return {
    state: { ...state, sent, transit: { type: 'sending' } },
    effects: [{ type: 'send', operations, revision: state.server.revision }],
  };
}

function batchOf(pending: readonly PendingEdit[]): number {
  let letters = 0;
  const most = pending.slice(0, MOST_AT_ONCE).findIndex(({ operation }, i) => {
    letters += JSON.stringify(operation).length;
    return i > 0 && letters > MOST_LETTERS;
  });
  return most < 0 ? Math.min(pending.length, MOST_AT_ONCE) : most;
}

export function answered<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  answer: Sent<Draft>,
): Transition<Draft> {
  if (state.transit.type !== 'sending') return { state, effects: [] };
  if (answer.type === 'conflict')
    return { state: { ...state, transit: { type: 'loading' } }, effects: [{ type: 'load' }] };
  if (answer.type !== 'saved') return failed(state, answer);
  const pending = state.pending.slice(state.sent);
  return sendNext(shown({ ...idle(state), server: answer.draft, pending, sent: 0, inDoubt: false }));
}

export function failed<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  answer: Exclude<Sent<never>, { readonly type: 'saved' }>,
): Transition<Draft> {
  switch (answer.type) {
    case 'conflict':
    case 'unreachable': {
      const inDoubt = state.inDoubt || state.transit.type === 'sending';
      return {
        state: { ...state, inDoubt, transit: { type: 'waiting', isBusy: false } },
        effects: [{ type: 'wait' }],
      };
    }
    case 'busy': {
      const inDoubt = state.inDoubt || (answer.inDoubt && state.transit.type === 'sending');
      return {
        state: {
          ...state,
          inDoubt,
          sent: inDoubt ? state.sent : 0,
          transit: { type: 'waiting', isBusy: true },
        },
        effects: [{ type: 'wait', seconds: answer.seconds }],
      };
    }
    case 'signedOut':
      return { state: { ...state, transit: { type: 'signedOut' } }, effects: [] };
    case 'refused': {
      const { message, index } = answer;
      return { state: { ...state, transit: { type: 'refused', message, index } }, effects: [] };
    }
  }
}
