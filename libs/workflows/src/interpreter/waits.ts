import { beginsBy } from '../kinds/entry.js';
import { requestedMeanwhile } from './control.js';
import { close, enter, leave, unchanged, unlessLeaving } from './move.js';
import type { Plan } from './plan.js';
import { next, stepAt } from './position.js';
import { failed, putOff, tryAgain } from './retries.js';
import type { Advance, At, Command, RunState, ResolvedWait, Skip } from './state.js';

/** Applies the answer to what the current step waits for. */
export function resolved(plan: Plan, state: RunState, answer: ResolvedWait, now: string): Advance {
  const { stepId, visit, stale, forced } = state.at!;
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
      const applied = requestedMeanwhile(
        plan,
        { ...sleeping, at: { ...at, ...(forced && { forced }) } },
        now,
      );
      if (applied) return applied;
      if (stale) return resolveAgain(state);
      const sleep: Command[] = due === undefined ? [] : [{ type: 'sleep', stepId, visit, due }];
      return { state: sleeping, commands: sleep };
    });
  }
  if (answer.type === 'exit') return close(state, 'exited', answer.reason, []);
  if (answer.type === 'later') return putOff(plan, state, answer, now);
  return unlessLeaving(plan, state, now, () => {
    switch (answer.type) {
      case 'failed':
        return failed(plan, state, answer, now);
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
  if (beginsBy(kind) === 'perform') return enter(plan, state, state.position, now, { waited: true });
  return enter(plan, { ...state, at: null }, next(plan, state.position, outcome), now);
}

function past(plan: Plan, state: RunState, then: 'go-on' | 'skip-next' | 'end', now: string): Advance {
  const position = next(plan, state.position);
  if (then === 'go-on') return enter(plan, { ...state, at: null }, position, now);
  if (then === 'end') return close(state, 'completed', { code: 'ended.past' }, []);
  const following = stepAt(plan, position);
  const skips: readonly Skip[] = following
    ? [...state.skips, { stepId: following.id, reason: { code: 'skip.past' } }]
    : [];
  return enter(plan, { ...state, at: null, skips: following ? skips : state.skips }, position, now);
}

export function elapsed(plan: Plan, state: RunState, now: string): Advance {
  return state.at!.again ? resolveAgain(state) : leave(plan, state, { status: 'done', at: now });
}

/** Asks anew what the step waits for. */
const resolveAgain = (state: RunState): Advance => {
  const { stepId, visit } = state.at!;
  return {
    state: { ...state, at: { stepId, visit, phase: 'resolving' } },
    commands: [{ type: 'resolveWait', stepId, visit }],
  };
};

/** What is waited for may be another by now. */
export function recheck(plan: Plan, state: RunState): Advance {
  const step = stepAt(plan, state.position);
  if (!state.at || !step) return unchanged(state);
  switch (state.at.phase) {
    case 'sleeping':
      return resolveAgain(state);
    case 'retrying':
      return tryAgain(plan, state);
    case 'resolving':
      return unchanged({ ...state, at: { ...state.at, stale: true } });
    case 'failed':
      // A wait for a date that was missing goes on when somebody enters it.
      return beginsBy(step.kind) === 'wait' && !state.paused ? resolveAgain(state) : unchanged(state);
    default:
      return unchanged(state);
  }
}
