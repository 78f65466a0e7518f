import { performOf, unchanged, unlessLeaving } from './move.js';
import type { Plan } from './plan.js';
import { stepAt } from './position.js';
import { skippedMeanwhile } from './skipped-meanwhile.js';
import type { Advance, Command, Failed, JournalEntry, Later, RunState } from './state.js';

/** The work of the current step could not be done for now: it sleeps until the next try, and receives signals meanwhile. */
export function putOff(plan: Plan, state: RunState, later: Later, now: string): Advance {
  const { stepId, visit, phase, tried, forced } = state.at!;
  const due = later.at;
  const retrying: RunState = {
    ...state,
    at: {
      stepId,
      visit,
      phase: 'retrying',
      of: phase === 'resolving' ? 'resolving' : 'performing',
      due,
      tried: { times: (tried?.times ?? 0) + 1, since: tried?.since ?? now },
      ...(forced && { forced }),
    },
  };
  return unlessLeaving(plan, retrying, now, () => {
    const skipped = skippedMeanwhile(plan, retrying, now);
    if (skipped) return skipped;
    const commands: Command[] = [
      ...written(plan, state, later, now, { status: 'waiting', due }),
      { type: 'sleep', stepId, visit, due },
    ];
    return { state: retrying, commands };
  });
}

/** The run waits until somebody sees to it, unless the step was to be skipped. */
export function failed(plan: Plan, state: RunState, answer: Failed | undefined, now: string): Advance {
  const { stepId, visit } = state.at!;
  const failing: RunState = { ...state, at: { stepId, visit, phase: 'failed' } };
  return (
    skippedMeanwhile(plan, failing, now) ?? {
      state: failing,
      commands: answer ? written(plan, state, answer, now, { status: 'failed' }) : [],
    }
  );
}

/** What is said for an activity that could not say it itself. */
function written(
  plan: Plan,
  { at, position }: RunState,
  { reason, unrecorded }: Failed | Later,
  now: string,
  how: { readonly status: 'waiting' | 'failed'; readonly due?: string },
): Command[] {
  if (!unrecorded) return [];
  const { stepId, visit } = at!;
  const { kind } = stepAt(plan, position)!;
  const cause = how.status === 'waiting' ? { cause: 'put_off' as const } : {};
  const entry: JournalEntry = { stepId, visit, kind, status: how.status, ...cause, at: now, reason };
  const due = how.due === undefined ? {} : { due: how.due };
  return [
    { type: 'journal', entry },
    { type: 'recordStatus', status: how.status, reason, at: { stepId, ...due } },
  ];
}

/** Tries again now, or waits before the step while the run is paused. */
export function tryAgain(plan: Plan, state: RunState): Advance {
  const { stepId, visit, of, tried, forced } = state.at!;
  const here = { stepId, visit, ...(forced && { forced }) };
  if (state.paused) return unchanged({ ...state, at: { ...here, phase: 'paused' } });
  const at = { ...here, ...(tried && { tried }) };
  if (of === 'resolving')
    return {
      state: { ...state, at: { ...at, phase: 'resolving' } },
      commands: [{ type: 'resolveWait', stepId, visit, ...(tried && { tried }) }],
    };
  const performing: RunState = { ...state, at: { ...at, phase: 'performing' } };
  return { state: performing, commands: [performOf(plan, performing)] };
}
