import { isAhead } from './is-ahead.js';
import { enter, isAt, leave, unchanged } from './move.js';
import type { Plan } from './plan.js';
import type { Advance, Control, RunState, Standing } from './state.js';

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
      return isAt(state, asked, 'sleeping')
        ? leave(plan, state, { status: 'done', at: asked.now, reason: asked.reason })
        : unchanged(state);
    case 'retry':
      return isAt(state, asked, 'failed')
        ? enter(plan, state, state.position, asked.now, { visit: asked.visit + 1 })
        : unchanged(state);
  }
}

function resume(plan: Plan, state: RunState, now: string): Advance {
  if (state.at?.phase === 'held') {
    const { state: entered, commands } = enter(plan, state, state.position, now);
    return { state: entered, commands: [{ type: 'stand', status: 'running' }, ...commands] };
  }
  return { state, commands: [{ type: 'stand', status: standingOf(state) }] };
}

function standingOf({ at }: RunState): Standing {
  if (at?.phase === 'failed') return 'failed';
  return at?.phase === 'sleeping' || at?.phase === 'pending' ? 'waiting' : 'running';
}

/** A wait, a failure and a step that is held are left at once, an effect under way no more; a step ahead is passed over when it comes. */
function skip(
  plan: Plan,
  state: RunState,
  { stepId, reason, now }: Extract<Asked, { type: 'skip' }>,
): Advance {
  const at = state.at;
  if (at?.stepId === stepId) {
    const leaves = at.phase === 'sleeping' || at.phase === 'failed' || at.phase === 'held';
    return leaves ? leave(plan, state, { status: 'skipped', at: now, reason }) : unchanged(state);
  }
  const known = state.skips.some((one) => one.stepId === stepId);
  if (known || !isAhead(plan, state.position, stepId)) return unchanged(state);
  return unchanged({ ...state, skips: [...state.skips, { stepId, reason }] });
}
