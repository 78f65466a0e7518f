import { condition, continueAsNew, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import {
  advance,
  initialState,
  relocate,
  type Command,
  type EffectResult,
  type Input,
  type JournalEntry,
  type RunState,
  type Scheduled,
} from '../interpreter/index.js';
import type { Performed, RunActivities } from '../messages/activities.js';
import type { RunInput } from '../messages/names.js';
import { hearSignals, type Happening } from './hear-signals.js';
import { Timer } from './timer.js';

/**
 * Short effects run in the worker that holds the workflow task. They never give up: a database that is away comes back, and what is truly
 * wrong with a step the activity answers as `failed`.
 */
const activities = proxyLocalActivities<RunActivities>({
  startToCloseTimeout: '30 s',
  localRetryThreshold: '20 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '20 s' },
});

/** Runs one workflow for one record: takes what happened, asks the interpreter, carries out its commands. */
export async function cuelineRun(input: RunInput): Promise<void> {
  const { studioId, runId } = input;
  let { plan } = input;
  let state: RunState = input.state ?? initialState(input.engine);
  let journal: JournalEntry[] = [...(input.journal ?? [])];
  // A history that goes on where another ended asks anew what its step waits for.
  const happenings: Happening[] = [{ type: input.state ? 'recheck' : 'start' }];
  const happened = (happening: Happening) => void happenings.push(happening);
  const timer = new Timer(happened);
  const moves = hearSignals(happenings);

  const flush = () => ({ studioId, runId, journal: journal.splice(0, journal.length) });

  /** Answers of the last activity about steps that it went on with. */
  let known: readonly Performed[] = [];
  const isKnown = ({ stepId, visit }: Command & { type: 'perform' }) =>
    known[0]?.stepId === stepId && known[0].visit === visit;

  const performed = ({ stepId, visit }: Command & { type: 'perform' }, answer: unknown): void => {
    // Histories from before an activity could go on hold the one result alone.
    const results = Array.isArray(answer)
      ? (answer as readonly Performed[])
      : [{ stepId, visit, result: answer as EffectResult }];
    const [first, ...ahead] = results;
    known = ahead;
    happened({ type: 'performed', ...first! });
  };

  /** @returns a promise only for what takes time: the SDK takes a stack trace for every promise of a run, a third of a millisecond each */
  function carryOut(command: Command): Promise<void> | undefined {
    switch (command.type) {
      case 'journal':
        journal = [...journal, command.entry];
        return undefined;
      case 'perform': {
        if (isKnown(command)) return void performed(command, known);
        const { type: _, ...step } = command;
        return activities.perform({ ...flush(), ...step }).then((answer) => performed(command, answer));
      }
      case 'schedule': {
        const { stepId, visit } = command;
        return activities
          .schedule({ ...flush(), stepId, visit })
          .then((answer) => happened({ type: 'scheduled', stepId, visit, answer: ofEveryEngine(answer) }));
      }
      case 'sleep':
        return void timer.sleepUntil(command);
      case 'stand': {
        const { type: _, ...how } = command;
        return activities.stand({ ...flush(), ...how });
      }
      case 'close': {
        const { result, reason } = command;
        return activities.close({ ...flush(), result, reason });
      }
    }
  }

  async function adoptVersion(): Promise<void> {
    const [move] = moves;
    const moved = relocate(plan, move!.plan, state);
    if (moved.type === 'busy') return;
    moves.shift();
    if (moved.type === 'refused') return;
    await activities.adopt({ ...flush(), versionId: move!.versionId });
    ({ plan } = move!);
    ({ state } = moved);
    happened({ type: 'recheck' });
  }

  while (!state.ended) {
    if (moves.length > 0) await adoptVersion();
    if (happenings.length === 0) {
      if (workflowInfo().continueAsNewSuggested && moves.length === 0)
        await continueAsNew<typeof cuelineRun>({ ...input, plan, state, journal });
      await condition(() => happenings.length > 0 || moves.length > 0);
      continue;
    }
    const happening = { ...happenings.shift()!, now: new Date().toISOString() } as Input;
    const step = advance(plan, state, happening);
    if (state.at?.phase === 'sleeping' && step.state.at?.phase !== 'sleeping') timer.cancel();
    state = step.state;
    for (const command of step.commands) {
      const underWay = carryOut(command);
      if (underWay) await underWay;
    }
  }
}

/** The first engine's waits were told the instant alone. */
const ofEveryEngine = (answer: Scheduled | { readonly due: string }): Scheduled =>
  'type' in answer ? answer : { type: 'wait', due: answer.due };
