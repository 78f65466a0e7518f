import type { BareReason } from '../reasons/reason.js';
import { isAhead } from './is-ahead.js';
import { enter, isAt, leave, unchanged } from './move.js';
import type { Plan } from './plan.js';
import { tryAgain } from './retries.js';
import { skippedMeanwhile } from './skipped-meanwhile.js';
import type { Advance, Control, Phase, RunState, OpenRunStatus } from './state.js';

type TimedControl = Exclude<Control, { type: 'stop' }> & { readonly now: string };

/** Applies what a person requests of a run. Each request may come twice: the second time changes nothing. */
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
  if (!isAt(state, request, 'resolving')) return unchanged(state);
  return unchanged({ ...state, at: { ...state.at!, forced: request.reason } });
}

/** A wait that a person forced does not begin again when a paused run resumes before the effect that follows the wait. */
function endWait(plan: Plan, state: RunState, now: string, reason: BareReason): Advance {
  const left = leave(plan, state, { status: 'done', at: now, reason });
  const { at } = left.state;
  const isPausedThere = at?.phase === 'paused' && at.stepId === state.at!.stepId;
  if (!isPausedThere) return left;
  return { ...left, state: { ...left.state, at: { ...at, forced: reason } } };
}

/** Applies a skip or force that a person requested while the wait was being resolved. */
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
 * A wait, a pause between tries, a failure and a step before which the run is paused are left at once. A step under way is left when it
 * comes to a wait or a failure. A step ahead is passed over when the run comes to it.
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
  }
  const known = state.skips.some((one) => one.stepId === stepId);
  if (known || (at?.stepId !== stepId && !isAhead(plan, state.position, stepId))) return unchanged(state);
  return unchanged({ ...state, skips: [...state.skips, { stepId, reason }] });
}
