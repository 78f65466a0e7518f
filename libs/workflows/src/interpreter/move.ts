import type { BareReason } from '../reasons/reason.js';
import { beginsBy, withoutAnswer } from '../kinds/entry.js';
import type { Plan } from './plan.js';
import { next, stepAt, type Position } from './position.js';
import type { Advance, At, Command, JournalEntry, RunResult, RunState } from './state.js';

export const unchanged = (state: RunState): Advance => ({ state, commands: [] });

export const isAt = (
  { at }: RunState,
  { stepId, visit }: { stepId: string; visit: number },
  phase: At['phase'],
): boolean => at !== null && at.stepId === stepId && at.visit === visit && at.phase === phase;

/** It has a timer, and work of its own that is still to come. */
export const isAsleep = ({ at }: RunState): boolean => at?.phase === 'sleeping' || at?.phase === 'retrying';

interface Entering {
  readonly before?: readonly Command[];
  readonly visit?: number;
  /** The wait before the effect is over. */
  readonly waited?: boolean;
}

/**
 * Enters the step of `position` and asks for what its kind wants on entry; at the end the run closes. Steps that are to be skipped are passed
 * over; a run that is paused waits before the step.
 */
export function enter(
  plan: Plan,
  state: RunState,
  position: Position,
  now: string,
  { before = [], visit = state.at?.visit ?? 1, waited = false }: Entering = {},
): Advance {
  const step = stepAt(plan, position);
  if (!step) return close(state, 'completed', undefined, before);
  const skip = state.skips.find(({ stepId }) => stepId === step.id);
  if (skip) {
    const skipped: JournalEntry = {
      stepId: step.id,
      visit,
      kind: step.kind,
      status: 'skipped',
      at: now,
      reason: skip.reason,
    };
    const rest = { ...state, at: null, skips: state.skips.filter((one) => one !== skip) };
    return enter(plan, rest, next(plan, position), now, {
      before: [...before, { type: 'journal', entry: skipped }],
    });
  }
  const here = { stepId: step.id, visit };
  const inPhase = (phase: At['phase']): RunState => ({ ...state, position, at: { ...here, phase } });
  const begins = beginsBy(step.kind);
  if (begins === 'end') return close(inPhase('performing'), 'completed', { code: 'ended.byStep' }, before);
  if (state.paused) {
    // The steps that ended on the way here are written before the run pauses.
    const pausing: Command = { type: 'recordStatus', status: 'paused', reason: state.paused };
    return { state: inPhase('paused'), commands: before.length > 0 ? [...before, pausing] : before };
  }
  if (begins === 'wait' || (step.waits && !waited))
    return { state: inPhase('resolving'), commands: [...before, { type: 'resolveWait', ...here }] };
  const performing = inPhase('performing');
  return { state: performing, commands: [...before, performOf(plan, performing)] };
}

/** What carries out the current step of a run. */
export function performOf(plan: Plan, { position, at, skips }: RunState): Command {
  const step = stepAt(plan, position)!;
  const { stepId, visit, tried } = at!;
  return {
    type: 'perform',
    stepId,
    visit,
    kind: step.kind,
    last: !step.paths && next(plan, position).length === 0,
    ...(skips.length > 0 && { alone: true }),
    ...(tried && { tried }),
  };
}

export function unlessLeaving(plan: Plan, state: RunState, now: string, otherwise: () => Advance): Advance {
  if (!state.leaving) return otherwise();
  const { result, reason } = state.leaving;
  return close(state, result, reason, cutShort(plan, state, now));
}

/** A wait, and work that was put off, are journalled as skipped when an early end cuts them short; what else a run is at writes its own step. */
function cutShort(plan: Plan, state: RunState, now: string): readonly Command[] {
  const kind = stepAt(plan, state.position)?.kind;
  if (!state.at || !state.leaving || !isAsleep(state) || !kind) return [];
  const { stepId, visit } = state.at;
  const { result: cause, reason } = state.leaving;
  return [{ type: 'journal', entry: { stepId, visit, kind, status: 'skipped', cause, at: now, reason } }];
}

/** Writes how the step was left and enters the one after it; after the wait before an effect, the effect itself. */
export function leave(
  plan: Plan,
  state: RunState,
  how: Pick<JournalEntry, 'status' | 'at' | 'reason'>,
): Advance {
  const { stepId, visit } = state.at!;
  const { kind } = stepAt(plan, state.position)!;
  if (how.status === 'done' && beginsBy(kind) === 'perform')
    return enter(plan, state, state.position, how.at, { waited: true });
  const outcome = how.status === 'done' ? withoutAnswer(kind) : undefined;
  const entry: JournalEntry = { stepId, visit, kind, ...how, ...(outcome !== undefined && { outcome }) };
  const following = next(plan, state.position, outcome);
  return enter(plan, { ...state, at: null }, following, how.at, { before: [{ type: 'journal', entry }] });
}

export function close(
  state: RunState,
  result: RunResult,
  reason: BareReason | undefined,
  before: readonly Command[],
): Advance {
  const ended = reason ? { result, reason } : { result };
  return { state: { ...state, at: null, ended }, commands: [...before, { type: 'close', ...ended }] };
}
