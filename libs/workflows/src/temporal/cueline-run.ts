import {
  condition,
  continueAsNew,
  isCancellation,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import {
  advance,
  initialState,
  isAsleep,
  migrateState,
  stepAt,
  unanswered,
  type Command,
  type Failed,
  type Input,
  type JournalEntry,
  type Later,
  type RunState,
  type ResolvedWait,
  type Tried,
} from '../interpreter/index.js';
import type { Performed, RunActivities, Written } from '../messages/activities.js';
import type { RunInput } from '../messages/names.js';
import { receiveSignals, type PendingInput } from './receive-signals.js';
import { Timer } from './timer.js';

/**
 * Short effects run in the worker that holds the workflow task. They answer what goes wrong; one that gives no answer is tried again by the run
 * itself, after a pause in which it hears everything and holds no place of a worker.
 */
const activities = proxyLocalActivities<RunActivities>({
  startToCloseTimeout: '30 s',
  localRetryThreshold: '20 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '2 s', maximumAttempts: 3 },
});

type Perform = Command & { type: 'perform' };
type RecordStatus = Command & { type: 'recordStatus' };

/** Runs one workflow for one record: takes what happened, asks the interpreter, carries out its commands. */
export async function cuelineRun(input: RunInput): Promise<void> {
  const { studioId, runId } = input;
  let { plan } = input;
  let state: RunState = input.state ?? initialState(input.engine);
  let journal: JournalEntry[] = [...(input.journal ?? [])];
  // A history that goes on where another ended asks anew what its step waits for.
  const pendingInputs: PendingInput[] = [{ type: input.state ? 'recheck' : 'start' }];
  const enqueue = (pendingInput: PendingInput) => void pendingInputs.push(pendingInput);
  const timer = new Timer(enqueue);
  const migrations = receiveSignals(pendingInputs);
  /** A status that could not be written yet. The next write carries it. */
  let unrecorded: { readonly command: RecordStatus; readonly at: string; readonly tried: Tried } | undefined;

  const flush = () => {
    unrecorded = undefined;
    return { studioId, runId, journal: journal.splice(0, journal.length) };
  };

  /** Answers of the last activity about steps that it went on with. */
  let known: readonly Performed[] = [];
  const isKnown = ({ stepId, visit }: Perform) => known[0]?.stepId === stepId && known[0].visit === visit;

  const performed = ([first, ...ahead]: readonly Performed[]): void => {
    known = ahead;
    enqueue({ type: 'performed', ...first! });
  };

  /** @returns a promise only for what takes time: the SDK takes a stack trace for every promise of a run, a third of a millisecond each */
  function carryOut(command: Command): Promise<void> | undefined {
    switch (command.type) {
      case 'journal':
        journal = [...journal, command.entry];
        return undefined;
      case 'perform': {
        if (isKnown(command)) return void performed(known);
        const { type: _, ...step } = command;
        const call = { ...flush(), ...step };
        return activities.perform(call).then(performed, (error: unknown) => {
          const result = noAnswer(error, command.tried);
          journal = [...call.journal, ...journal];
          performed([{ stepId: command.stepId, visit: command.visit, result }]);
        });
      }
      case 'resolveWait': {
        const { stepId, visit, tried } = command;
        const kind = stepAt(plan, state.position)?.kind;
        const call = { ...flush(), stepId, visit, ...(kind && { kind }), ...(tried && { tried }) };
        const resolved = (answer: ResolvedWait) => enqueue({ type: 'resolved', stepId, visit, answer });
        return activities.resolveWait(call).then(resolved, (error: unknown) => {
          journal = [...call.journal, ...journal];
          resolved(noAnswer(error, tried));
        });
      }
      case 'sleep':
        return void timer.sleepUntil(command);
      case 'recordStatus':
        return say(command);
      case 'close': {
        const { result, reason } = command;
        const call = { ...flush(), result, reason };
        return written((tried) => activities.close({ ...call, ...tried })).then((later) =>
          later ? untilClosed(call, later) : undefined,
        );
      }
    }
  }

  function say(command: RecordStatus, tried?: Tried): Promise<void> {
    const { type: _, ...how } = command;
    const call = { ...flush(), ...how };
    return written((earlier) => activities.recordStatus({ ...call, ...earlier }), tried).then((later) => {
      if (!later) return;
      journal = [...call.journal, ...journal];
      unrecorded = { command, at: later.at, tried: triedAgain(tried) };
    });
  }

  /** The end is written as soon as that can be done. What cannot be written at all does not keep the run open for ever. */
  async function untilClosed(call: Parameters<RunActivities['close']>[0], first: Later): Promise<void> {
    let tried: Tried | undefined;
    for (let later: Later | undefined = first; later;) {
      const heard = pendingInputs.length;
      await condition(() => pendingInputs.length > heard, untilInstant(later.at));
      tried = triedAgain(tried);
      later = await written((earlier) => activities.close({ ...call, ...earlier }), tried);
    }
  }

  let migrating: Tried | undefined;
  async function migrateToVersion(): Promise<void> {
    const [migration] = migrations;
    const migrated = migrateState(plan, migration!.plan, state);
    if (migrated.type === 'busy') return;
    if (migrated.type === 'refused') return void migrations.shift();
    const before = unrecorded;
    const call = { ...flush(), versionId: migration!.versionId };
    const later = await written((tried) => activities.migrate({ ...call, ...tried }), migrating);
    if (later) {
      journal = [...call.journal, ...journal];
      unrecorded = before;
      migrating = triedAgain(migrating);
      await condition(() => pendingInputs.length > 0, untilInstant(later.at));
      return;
    }
    migrating = undefined;
    migrations.shift();
    ({ plan } = migration!);
    ({ state } = migrated);
    enqueue({ type: 'recheck' });
  }

  while (!state.ended) {
    if (migrations.length > 0) await migrateToVersion();
    if (pendingInputs.length === 0) {
      if (workflowInfo().continueAsNewSuggested && migrations.length === 0)
        await continueAsNew<typeof cuelineRun>({ ...input, plan, state, journal });
      const hasInput = () => pendingInputs.length > 0 || migrations.length > 0;
      if (!unrecorded) await condition(hasInput);
      else if (!(await condition(hasInput, untilInstant(unrecorded.at))))
        await say(unrecorded.command, unrecorded.tried);
      continue;
    }
    const pendingInput = { ...pendingInputs.shift()!, now: new Date().toISOString() } as Input;
    const step = advance(plan, state, pendingInput);
    if (isAsleep(state) && !isAsleep(step.state)) timer.cancel();
    state = step.state;
    for (const command of step.commands) {
      const underWay = carryOut(command);
      if (underWay) await underWay;
    }
  }
}

const untilInstant = (instant: string): number => {
  const ms = Date.parse(instant) - Date.now();
  return ms > 0 ? ms : 1;
};

const triedAgain = (tried: Tried | undefined): Tried => ({
  times: (tried?.times ?? 0) + 1,
  since: tried?.since ?? new Date().toISOString(),
});

/** For an activity that threw. The cancellation of a run from outside is thrown on. */
function noAnswer(error: unknown, tried: Tried | undefined): Later | Failed {
  if (isCancellation(error)) throw error;
  return unanswered(tried, new Date().toISOString());
}

/** @returns when to write it again; undefined when it is on record, or has been tried for long enough */
function written(
  write: (tried: { tried?: Tried }) => Promise<Written>,
  tried?: Tried,
): Promise<Later | undefined> {
  return write(tried ? { tried } : {}).then(
    (answer) => (answer?.type === 'later' ? answer : undefined),
    (error: unknown) => {
      const answer = noAnswer(error, tried);
      return answer.type === 'later' ? answer : undefined;
    },
  );
}
