import { isAhead } from './is-ahead.js';
import { enter, isAt, leave, unchanged } from './move.js';
import type { Plan } from './plan.js';
import type { Advance, Control, Reason, RunState, Standing } from './state.js';

type Asked = Exclude<Control, { type: 'stop' }> & { readonly now: string };

/** What a person asks of a run. Each may come twice: the second time changes nothing. */
export function control(plan: Plan, state: RunState, asked: Asked): Advance {
  switch (asked.type) {
    case 'pause':
      return state.paused
        ? unchanged(state)
        : {
            state: { ...state, paused: asked.reason },
            commands: [{ type: 'stand', status: 'paused', reason: asked.reason }],
          };
    case 'resume':
      return state.paused ? resume(plan, { ...state, paused: null }, asked.now) : unchanged(state);
    case 'skip':
      return skip(plan, state, asked);
    case 'force':
      return force(plan, state, asked);
    case 'retry':
      return isAt(state, asked, 'failed')
        ? enter(plan, state, state.position, asked.now, { visit: asked.visit + 1 })
        : unchanged(state);
  }
}

function force(plan: Plan, state: RunState, asked: Extract<Asked, { type: 'force' }>): Advance {
  if (isAt(state, asked, 'sleeping')) return endWait(plan, state, asked.now, asked.reason);
  if (!isAt(state, asked, 'scheduling') || !hearsMeanwhile(state)) return unchanged(state);
  return unchanged({ ...state, at: { ...state.at!, forced: asked.reason } });
}

/** What a person forced is not waited for again, although the effect behind the wait is held while the run is paused. */
function endWait(plan: Plan, state: RunState, now: string, reason: Reason): Advance {
  const left = leave(plan, state, { status: 'done', at: now, reason });
  const { at } = left.state;
  const isHeldThere = at?.phase === 'held' && at.stepId === state.at!.stepId;
  if (!isHeldThere || !hearsMeanwhile(state)) return left;
  return { ...left, state: { ...left.state, at: { ...at, forced: reason } } };
}

/** The older engines forgot what was asked of a step while an activity was about it, or of the wait before an effect that is held. */
const hearsMeanwhile = ({ engine }: RunState): boolean => engine >= 3;

/** What a person asked of the step while it was being asked what it waits for: there is a wait now, and it ends with that. */
export const askedMeanwhile = (plan: Plan, state: RunState, now: string): Advance | undefined =>
  skippedMeanwhile(plan, state, now) ?? (state.at!.forced && endWait(plan, state, now, state.at!.forced));

/** A person asked to skip the step while it was under way: it has come to a wait or a failure, and is left for that. */
function skippedMeanwhile(plan: Plan, state: RunState, now: string): Advance | undefined {
  const skip = state.skips.find((one) => one.stepId === state.at!.stepId);
  if (!skip) return undefined;
  const rest = { ...state, skips: state.skips.filter((one) => one !== skip) };
  return leave(plan, rest, { status: 'skipped', at: now, reason: skip.reason });
}

/** The run stands until somebody sees to it, unless the step was to be skipped. */
export function failed(plan: Plan, state: RunState, now: string): Advance {
  const { stepId, visit } = state.at!;
  const standing: RunState = { ...state, at: { stepId, visit, phase: 'failed' } };
  return skippedMeanwhile(plan, standing, now) ?? unchanged(standing);
}

function resume(plan: Plan, state: RunState, now: string): Advance {
  if (state.at?.phase === 'held') {
    const waited = state.at.forced !== undefined;
    const { state: entered, commands } = enter(plan, state, state.position, now, { waited });
    return { state: entered, commands: [{ type: 'stand', status: 'running' }, ...commands] };
  }
  return { state, commands: [{ type: 'stand', status: standingOf(state) }] };
}

function standingOf({ at }: RunState): Standing {
  if (at?.phase === 'failed') return 'failed';
  return at?.phase === 'sleeping' || at?.phase === 'pending' ? 'waiting' : 'running';
}

/**
 * A wait, a failure and a step that is held are left at once, one that is under way when it comes to a wait or a failure; a step ahead is passed
 * over when it comes.
 */
function skip(
  plan: Plan,
  state: RunState,
  { stepId, reason, now }: Extract<Asked, { type: 'skip' }>,
): Advance {
  const at = state.at;
  if (at?.stepId === stepId) {
    const leaves = at.phase === 'sleeping' || at.phase === 'failed' || at.phase === 'held';
    if (leaves) return leave(plan, state, { status: 'skipped', at: now, reason });
    if (!hearsMeanwhile(state)) return unchanged(state);
  }
  const known = state.skips.some((one) => one.stepId === stepId);
  if (known || (at?.stepId !== stepId && !isAhead(plan, state.position, stepId))) return unchanged(state);
  return unchanged({ ...state, skips: [...state.skips, { stepId, reason }] });
}
