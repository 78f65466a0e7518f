import { entryOf } from '../kinds/entry.js';
import type { Plan } from './plan.js';
import { next, start, stepAt, type Position } from './position.js';
import {
  ENGINE_VERSION,
  type Advance,
  type At,
  type Command,
  type EffectResult,
  type Input,
  type JournalEntry,
  type Reason,
  type RunResult,
  type RunState,
  type Settlement,
} from './state.js';

export const initialState = (): RunState => ({
  engine: ENGINE_VERSION,
  position: [],
  at: null,
  early: [],
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
      return state.at ? unchanged(state) : enter(plan, state, start(plan), []);
    case 'performed':
      return isAt(state, input, 'performing')
        ? performed(plan, state, input.result, input.now)
        : unchanged(state);
    case 'scheduled':
      return isAt(state, input, 'scheduling')
        ? scheduled(plan, state, input.due, input.now)
        : unchanged(state);
    case 'elapsed':
      return isAt(state, input, 'sleeping')
        ? leave(plan, state, { status: 'done', at: input.now })
        : unchanged(state);
    case 'settled':
      return settled(plan, state, input, input.now);
    case 'exit':
      return endEarly(plan, state, { result: 'exited', reason: input.reason }, input.now);
    case 'stop':
      return endEarly(plan, state, { result: 'stopped', reason: input.reason }, input.now);
    case 'retry':
      return isAt(state, input, 'failed')
        ? enter(plan, state, state.position, [], input.visit + 1)
        : unchanged(state);
  }
}

const unchanged = (state: RunState): Advance => ({ state, commands: [] });

const isAt = (
  { at }: RunState,
  { stepId, visit }: { stepId: string; visit: number },
  phase: At['phase'],
): boolean => at !== null && at.stepId === stepId && at.visit === visit && at.phase === phase;

/** Stands at the step of `position` and asks for what its kind wants on entry; at the end the run closes. */
function enter(
  plan: Plan,
  state: RunState,
  position: Position,
  before: readonly Command[],
  visit = 1,
): Advance {
  const step = stepAt(plan, position);
  if (!step) return close(state, 'completed', undefined, before);
  const here = { stepId: step.id, visit };
  const stand = (phase: At['phase']): RunState => ({ ...state, position, at: { ...here, phase } });
  switch (entryOf[step.kind]) {
    case 'perform': {
      const last = !step.paths && next(plan, position).length === 0;
      return {
        state: stand('performing'),
        commands: [...before, { type: 'perform', ...here, kind: step.kind, last }],
      };
    }
    case 'schedule':
      return { state: stand('scheduling'), commands: [...before, { type: 'schedule', ...here }] };
    case 'end':
      return close(stand('performing'), 'completed', { code: 'ended.byStep' }, before);
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
        enter(plan, { ...state, at: null }, next(plan, state.position, result.outcome), []),
      );
    case 'skipped':
      return unlessLeaving(plan, state, now, () =>
        enter(plan, { ...state, at: null }, next(plan, state.position), []),
      );
    case 'pending': {
      const pending: RunState = { ...state, at: { ...at, phase: 'pending' } };
      const early = state.early.find((one) => one.stepId === at.stepId && one.visit === at.visit);
      if (early) return settled(plan, { ...pending, early: [] }, early, now);
      return unlessLeaving(plan, pending, now, () => ({ state: pending, commands: [] }));
    }
    case 'exit':
      return close(state, 'exited', result.reason, []);
    case 'failed':
      return unlessLeaving(plan, state, now, () => ({
        state: { ...state, at: { ...at, phase: 'failed' } },
        commands: [],
      }));
  }
}

function scheduled(plan: Plan, state: RunState, due: string, now: string): Advance {
  const at: At = { ...state.at!, phase: 'sleeping', due };
  const sleeping: RunState = { ...state, at };
  const sleep: Command = { type: 'sleep', stepId: at.stepId, visit: at.visit, due };
  return unlessLeaving(plan, sleeping, now, () => ({ state: sleeping, commands: [sleep] }));
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
      : enter(plan, { ...state, at: null }, next(plan, state.position), []),
  );
}

/** An activity under way can no longer be called back, so an early end waits for it; whatever else a run stands at ends at once. */
function endEarly(plan: Plan, state: RunState, how: NonNullable<RunState['leaving']>, now: string): Advance {
  const leaving: RunState = { ...state, leaving: state.leaving ?? how };
  if (state.at?.phase === 'performing' || state.at?.phase === 'scheduling') return unchanged(leaving);
  return unlessLeaving(plan, leaving, now, () => unchanged(leaving));
}

function unlessLeaving(plan: Plan, state: RunState, now: string, otherwise: () => Advance): Advance {
  if (!state.leaving) return otherwise();
  const { result, reason } = state.leaving;
  return close(state, result, reason, cutShort(plan, state, now, reason));
}

/** A wait that an early end cuts short is journalled as skipped; an effect, its failure and a pending send write their own step. */
function cutShort(plan: Plan, state: RunState, now: string, reason: Reason): readonly Command[] {
  const kind = stepAt(plan, state.position)?.kind;
  if (state.at?.phase !== 'sleeping' || !kind) return [];
  const { stepId, visit } = state.at;
  return [{ type: 'journal', entry: { stepId, visit, kind, status: 'skipped', at: now, reason } }];
}

function leave(plan: Plan, state: RunState, how: Pick<JournalEntry, 'status' | 'at'>): Advance {
  const { stepId, visit } = state.at!;
  const kind = stepAt(plan, state.position)!.kind;
  const journal: Command = { type: 'journal', entry: { stepId, visit, kind, ...how } };
  return enter(plan, { ...state, at: null }, next(plan, state.position), [journal]);
}

function close(
  state: RunState,
  result: RunResult,
  reason: Reason | undefined,
  before: readonly Command[],
): Advance {
  const ended = reason ? { result, reason } : { result };
  return { state: { ...state, at: null, ended }, commands: [...before, { type: 'close', ...ended }] };
}
