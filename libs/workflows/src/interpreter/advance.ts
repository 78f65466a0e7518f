import { entryOf } from '../kinds/entry.js';
import { control } from './control.js';
import { close, enter, isAt, leave, unchanged, unlessLeaving } from './move.js';
import type { Plan } from './plan.js';
import { next, start, stepAt } from './position.js';
import {
  ENGINE_VERSION,
  type Advance,
  type At,
  type Command,
  type EffectResult,
  type Input,
  type RunState,
  type Scheduled,
  type Settlement,
} from './state.js';

export const initialState = (): RunState => ({
  engine: ENGINE_VERSION,
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
    case 'scheduled':
      return isAt(state, input, 'scheduling')
        ? scheduled(plan, state, input.answer, input.now)
        : unchanged(state);
    case 'elapsed':
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
      return unlessLeaving(plan, state, now, () => unchanged({ ...state, at: { ...at, phase: 'failed' } }));
  }
}

function scheduled(plan: Plan, state: RunState, answer: Scheduled, now: string): Advance {
  const { stepId, visit, stale } = state.at!;
  if (answer.type === 'wait') {
    const { due, again } = answer;
    const at: At = {
      stepId,
      visit,
      phase: 'sleeping',
      ...(due !== undefined && { due }),
      ...(again && { again }),
    };
    const sleeping: RunState = { ...state, at };
    return unlessLeaving(plan, sleeping, now, () => {
      if (stale) return ask(state);
      const sleep: Command[] = due === undefined ? [] : [{ type: 'sleep', stepId, visit, due }];
      return { state: sleeping, commands: sleep };
    });
  }
  if (answer.type === 'exit') return close(state, 'exited', answer.reason, []);
  return unlessLeaving(plan, state, now, () => {
    switch (answer.type) {
      case 'failed':
        return unchanged({ ...state, at: { stepId, visit, phase: 'failed' } });
      case 'past':
        return past(plan, state, answer.then, now);
      case 'skipped':
        return enter(plan, { ...state, at: null }, next(plan, state.position), now);
      case 'done':
        return goOn(plan, state, answer.outcome, now);
    }
  });
}

/** The wait is over and on record. A step that only waits is left, an effect with a wait before it is carried out. */
function goOn(plan: Plan, state: RunState, outcome: string | undefined, now: string): Advance {
  const { kind } = stepAt(plan, state.position)!;
  if (entryOf[kind] === 'perform') return enter(plan, state, state.position, now, { waited: true });
  return enter(plan, { ...state, at: null }, next(plan, state.position, outcome), now);
}

function past(plan: Plan, state: RunState, then: 'go-on' | 'skip-next' | 'end', now: string): Advance {
  const behind = next(plan, state.position);
  if (then === 'go-on') return enter(plan, { ...state, at: null }, behind, now);
  if (then === 'end') return close(state, 'completed', { code: 'ended.past' }, []);
  const following = stepAt(plan, behind);
  const skips = following ? [...state.skips, { stepId: following.id, reason: { code: 'skip.past' } }] : [];
  return enter(plan, { ...state, at: null, skips: following ? skips : state.skips }, behind, now);
}

function elapsed(plan: Plan, state: RunState, now: string): Advance {
  return state.at!.again ? ask(state) : leave(plan, state, { status: 'done', at: now });
}

/** Asks anew what the step waits for. */
const ask = (state: RunState): Advance => {
  const { stepId, visit } = state.at!;
  return {
    state: { ...state, at: { stepId, visit, phase: 'scheduling' } },
    commands: [{ type: 'schedule', stepId, visit }],
  };
};

function recheck(plan: Plan, state: RunState): Advance {
  const step = stepAt(plan, state.position);
  if (!state.at || !step) return unchanged(state);
  switch (state.at.phase) {
    case 'sleeping':
      return ask(state);
    case 'scheduling':
      return unchanged({ ...state, at: { ...state.at, stale: true } });
    case 'failed':
      // A wait for a date that was missing goes on when somebody enters it.
      return entryOf[step.kind] === 'schedule' && !state.paused ? ask(state) : unchanged(state);
    default:
      return unchanged(state);
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
  if (!isAt(state, settlement, 'pending')) return unchanged(state);
  return unlessLeaving(plan, state, now, () =>
    settlement.outcome === 'failed'
      ? unchanged({ ...state, at: { ...state.at!, phase: 'failed' } })
      : enter(plan, { ...state, at: null }, next(plan, state.position), now),
  );
}

/** An activity under way can no longer be called back, so an early end waits for it; whatever else a run stands at ends at once. */
function endEarly(plan: Plan, state: RunState, how: NonNullable<RunState['leaving']>, now: string): Advance {
  const leaving: RunState = { ...state, leaving: state.leaving ?? how };
  if (state.at?.phase === 'performing' || state.at?.phase === 'scheduling') return unchanged(leaving);
  return unlessLeaving(plan, leaving, now, () => unchanged(leaving));
}
