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
  exit: null,
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
      return isAt(state, input, 'scheduling') ? scheduled(state, input.due) : unchanged(state);
    case 'elapsed':
      return isAt(state, input, 'sleeping')
        ? leave(plan, state, { status: 'done', at: input.now })
        : unchanged(state);
    case 'settled':
      return settled(plan, state, input, input.now);
    case 'exit':
      return exit(state, input.reason, input.now);
    case 'stop':
      return close(state, 'stopped', input.reason, openStep(plan, state, input.now, input.reason));
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
      return exitOr(state, now, () =>
        enter(plan, { ...state, at: null }, next(plan, state.position, result.outcome), []),
      );
    case 'skipped':
      return exitOr(state, now, () => enter(plan, { ...state, at: null }, next(plan, state.position), []));
    case 'pending': {
      const pending: RunState = { ...state, at: { ...at, phase: 'pending' } };
      const early = state.early.find((one) => one.stepId === at.stepId && one.visit === at.visit);
      if (early) return settled(plan, { ...pending, early: [] }, early, now);
      return exitOr(pending, now, () => ({ state: pending, commands: [] }));
    }
    case 'exit':
      return close(state, 'exited', result.reason, []);
    case 'failed':
      return exitOr(state, now, () => ({
        state: { ...state, at: { ...at, phase: 'failed' } },
        commands: [],
      }));
  }
}

function scheduled(state: RunState, due: string): Advance {
  const at: At = { ...state.at!, phase: 'sleeping', due };
  if (state.exit) return exit({ ...state, at }, state.exit, due);
  return { state: { ...state, at }, commands: [{ type: 'sleep', stepId: at.stepId, visit: at.visit, due }] };
}

/** The ledger's word on a pending send. It may come twice, late, or before the effect has said that it is pending. */
function settled(plan: Plan, state: RunState, settlement: Settlement, now: string): Advance {
  if (isAt(state, settlement, 'performing'))
    return unchanged({ ...state, early: [...state.early, settlement] });
  if (!isAt(state, settlement, 'pending')) return unchanged(state);
  if (settlement.outcome === 'failed') {
    return exitOr(state, now, () => unchanged({ ...state, at: { ...state.at!, phase: 'failed' } }));
  }
  return exitOr(state, now, () => enter(plan, { ...state, at: null }, next(plan, state.position), []));
}

/** An exit waits for an effect under way, since that can no longer be called back; everything else it ends at once. */
function exit(state: RunState, reason: Reason, now: string): Advance {
  if (state.at?.phase === 'performing' || state.at?.phase === 'scheduling')
    return unchanged({ ...state, exit: state.exit ?? reason });
  return exitOr({ ...state, exit: state.exit ?? reason }, now, () => unchanged(state));
}

function exitOr(state: RunState, now: string, otherwise: () => Advance): Advance {
  if (!state.exit) return otherwise();
  return close(state, 'exited', state.exit, sleptShort(state, state.exit, now));
}

/** A wait that an exit cuts short is journalled as skipped; effects have written their own step. */
function sleptShort(state: RunState, reason: Reason, now: string): readonly Command[] {
  if (state.at?.phase !== 'sleeping') return [];
  const { stepId, visit } = state.at;
  return [{ type: 'journal', entry: { stepId, visit, kind: 'wait', status: 'skipped', at: now, reason } }];
}

function openStep(plan: Plan, state: RunState, now: string, reason: Reason): readonly Command[] {
  const kind = stepAt(plan, state.position)?.kind;
  if (!state.at || !kind) return [];
  return [
    {
      type: 'journal',
      entry: { stepId: state.at.stepId, visit: state.at.visit, kind, status: 'skipped', at: now, reason },
    },
  ];
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
