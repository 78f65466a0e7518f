import { control } from './control.js';
import { close, enter, isAt, unchanged, unlessLeaving } from './move.js';
import type { Plan } from './plan.js';
import { next, start } from './position.js';
import { failed, putOff, tryAgain } from './retries.js';
import {
  ENGINE_VERSION,
  type Advance,
  type EffectResult,
  type Input,
  type RunState,
  type Settlement,
} from './state.js';
import { elapsed, recheck, resolved } from './waits.js';

/** @param engine the rules that the run goes by */
export const initialState = (engine = ENGINE_VERSION): RunState => ({
  engine,
  position: [],
  at: null,
  early: [],
  skips: [],
  paused: null,
  leaving: null,
  ended: null,
});

/**
 * The interpreter: one thing happened, what is the run now and what is to be done? Pure: no clock, no ids, no IO. An input that is late,
 * repeated or about another step changes nothing.
 */
export function advance(plan: Plan, state: RunState, input: Input): Advance {
  if (state.ended) return { state, commands: [] };
  switch (input.type) {
    case 'start':
      return state.at ? unchanged(state) : enter(plan, state, start(plan), input.now);
    case 'performed':
      return isAt(state, input, 'performing')
        ? performed(plan, state, input.result, input.now)
        : unchanged(state);
    case 'resolved':
      return isAt(state, input, 'resolving')
        ? resolved(plan, state, input.answer, input.now)
        : unchanged(state);
    case 'elapsed':
      if (isAt(state, input, 'retrying')) return tryAgain(plan, state);
      return isAt(state, input, 'sleeping') ? elapsed(plan, state, input.now) : unchanged(state);
    case 'settled':
      return settled(plan, state, input, input.now);
    case 'exit':
      return endEarly(plan, state, { result: 'exited', reason: input.reason }, input.now);
    case 'stop':
      return endEarly(plan, state, { result: 'stopped', reason: input.reason }, input.now);
    case 'recheck':
      return recheck(plan, state);
    default:
      return control(plan, state, input);
  }
}

function performed(plan: Plan, state: RunState, result: EffectResult, now: string): Advance {
  const at = state.at!;
  switch (result.type) {
    case 'done':
      if (result.closed)
        return { state: { ...state, at: null, ended: { result: 'completed' } }, commands: [] };
      // The effect itself wrote its step as done: no journal entry for it.
      return unlessLeaving(plan, state, now, () =>
        enter(plan, { ...state, at: null }, next(plan, state.position, result.outcome), now),
      );
    case 'skipped':
      return unlessLeaving(plan, state, now, () =>
        enter(plan, { ...state, at: null }, next(plan, state.position), now),
      );
    case 'pending': {
      const pending: RunState = { ...state, at: { ...at, phase: 'pending' } };
      const early = state.early.find((one) => one.stepId === at.stepId && one.visit === at.visit);
      if (early) return settled(plan, { ...pending, early: [] }, early, now);
      return unlessLeaving(plan, pending, now, () => unchanged(pending));
    }
    case 'exit':
      return close(state, 'exited', result.reason, []);
    case 'failed':
      return unlessLeaving(plan, state, now, () => failed(plan, state, result, now));
    case 'later':
      return putOff(plan, state, result, now);
  }
}

/** The ledger's word on a pending send. It may come twice, late, or before the effect has said that it is pending. */
function settled(plan: Plan, state: RunState, settlement: Settlement, now: string): Advance {
  if (isAt(state, settlement, 'performing')) {
    const known = state.early.some(
      (one) => one.stepId === settlement.stepId && one.visit === settlement.visit,
    );
    return unchanged(known ? state : { ...state, early: [...state.early, settlement] });
  }
  // Its answer may have been lost with the database, and its mail or call be on its way all the same.
  const isOpen = isAt(state, settlement, 'pending') || isAt(state, settlement, 'retrying');
  if (!isOpen) return unchanged(state);
  return unlessLeaving(plan, state, now, () =>
    settlement.outcome === 'failed'
      ? failed(plan, state, undefined, now)
      : enter(plan, { ...state, at: null }, next(plan, state.position), now),
  );
}

/** An activity under way can no longer be called back, so an early end waits for it; whatever else a run is at ends at once. */
function endEarly(plan: Plan, state: RunState, how: NonNullable<RunState['leaving']>, now: string): Advance {
  const leaving: RunState = { ...state, leaving: state.leaving ?? how };
  if (state.at?.phase === 'performing' || state.at?.phase === 'resolving') return unchanged(leaving);
  return unlessLeaving(plan, leaving, now, () => unchanged(leaving));
}
