import type { BareReason } from '../reasons/reason.js';
import { isAhead } from './is-ahead.js';
import { enter, isAt, leave, unchanged } from './move.js';
import type { Plan } from './plan.js';
import { tryAgain } from './retries.js';
import { hearsMeanwhile, skippedMeanwhile } from './skipped-meanwhile.js';
import type { Advance, Control, Phase, RunState, OpenRunStatus } from './state.js';

type TimedControl = Exclude<Control, { type: 'stop' }> & { readonly now: string };

/** What a person asks of a run. Each may come twice: the second time changes nothing. */
export function control(plan: Plan, state: RunState, request: TimedControl): Advance {
  switch (request.type) {
    case 'pause':
      return state.paused
        ? unchanged(state)
        : {
            state: { ...state, paused: request.reason },
            commands: [{ type: 'recordStatus', status: 'paused', reason: request.reason }],
          };
    case 'resume':
      return state.paused ? resume(plan, { ...state, paused: null }, request.now) : unchanged(state);
    case 'skip':
      return skip(plan, state, request);
    case 'force':
      return force(plan, state, request);
    case 'retry':
      if (isAt(state, request, 'retrying')) return tryAgain(plan, state);
      return isAt(state, request, 'failed')
        ? enter(plan, state, state.position, request.now, { visit: request.visit + 1 })
        : unchanged(state);
  }
}

function force(plan: Plan, state: RunState, request: Extract<TimedControl, { type: 'force' }>): Advance {
  if (isAt(state, request, 'sleeping')) return endWait(plan, state, request.now, request.reason);
  if (isAt(state, request, 'retrying')) return tryAgain(plan, state);
  if (!isAt(state, request, 'resolving') || !hearsMeanwhile(state)) return unchanged(state);
  return unchanged({ ...state, at: { ...state.at!, forced: request.reason } });
}

/** What a person forced is not waited for again, although the effect behind the wait is held while the run is paused. */
function endWait(plan: Plan, state: RunState, now: string, reason: BareReason): Advance {
  const left = leave(plan, state, { status: 'done', at: now, reason });
  const { at } = left.state;
  const isPausedThere = at?.phase === 'paused' && at.stepId === state.at!.stepId;
  if (!isPausedThere || !hearsMeanwhile(state)) return left;
  return { ...left, state: { ...left.state, at: { ...at, forced: reason } } };
}

/** What a person asked of the step while it was being asked what it waits for: there is a wait now, and it ends with that. */
export const requestedMeanwhile = (plan: Plan, state: RunState, now: string): Advance | undefined =>
  skippedMeanwhile(plan, state, now) ?? (state.at!.forced && endWait(plan, state, now, state.at!.forced));

function resume(plan: Plan, state: RunState, now: string): Advance {
  if (state.at?.phase === 'paused') {
    const waited = state.at.forced !== undefined;
    const { state: entered, commands } = enter(plan, state, state.position, now, { waited });
    return { state: entered, commands: [{ type: 'recordStatus', status: 'running' }, ...commands] };
  }
  return { state, commands: [{ type: 'recordStatus', status: openStatusOf(state) }] };
}

function openStatusOf({ at }: RunState): OpenRunStatus {
  if (at?.phase === 'failed') return 'failed';
  return at?.phase === 'sleeping' || at?.phase === 'pending' || at?.phase === 'retrying'
    ? 'waiting'
    : 'running';
}

/**
 * A wait, a pause between tries, a failure and a step that is held are left at once, one that is under way when it comes to a wait or a failure; a step ahead is passed
 * over when it comes.
 */
function skip(
  plan: Plan,
  state: RunState,
  { stepId, reason, now }: Extract<TimedControl, { type: 'skip' }>,
): Advance {
  const at = state.at;
  if (at?.stepId === stepId) {
    const leaves: readonly Phase[] = ['sleeping', 'retrying', 'failed', 'paused'];
    if (leaves.includes(at.phase)) return leave(plan, state, { status: 'skipped', at: now, reason });
    if (!hearsMeanwhile(state)) return unchanged(state);
  }
  const known = state.skips.some((one) => one.stepId === stepId);
  if (known || (at?.stepId !== stepId && !isAhead(plan, state.position, stepId))) return unchanged(state);
  return unchanged({ ...state, skips: [...state.skips, { stepId, reason }] });
}
