import {
  condition,
  proxyLocalActivities,
  setHandler,
  defineSignal,
  sleep,
  CancellationScope,
  isCancellation,
} from '@temporalio/workflow';
import { advance, initialState, type Input, type RunState, type Command } from '../interpreter/index.js';
import type { Performed, RunActivities } from '../messages/activities.js';
import { signals, type RunInput, type SignalArguments } from '../messages/names.js';
import type { EffectResult, JournalEntry } from '../interpreter/state.js';

/**
 * Short effects run in the worker that holds the workflow task. They never give up: a database that is away comes back, and what is truly
 * wrong with a step the activity answers as `failed`.
 */
const activities = proxyLocalActivities<RunActivities>({
  startToCloseTimeout: '30 s',
  localRetryThreshold: '20 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '20 s' },
});

const exitSignal = defineSignal<[SignalArguments['exit']]>(signals.exit);
const settledSignal = defineSignal<[SignalArguments['settled']]>(signals.settled);
const retrySignal = defineSignal<[SignalArguments['retry']]>(signals.retry);
const stopSignal = defineSignal<[SignalArguments['stop']]>(signals.stop);

/** `Omit` over a union keeps each member whole. */
type Happening = Input extends infer One ? (One extends Input ? Omit<One, 'now'> : never) : never;

/** Runs one workflow for one record: takes what happened, asks the interpreter, carries out its commands. */
export async function cuelineRun({ studioId, runId, plan }: RunInput): Promise<void> {
  let state: RunState = initialState();
  let journal: JournalEntry[] = [];
  const happenings: Happening[] = [{ type: 'start' }];
  const happened = (happening: Happening) => void happenings.push(happening);

  // An early end goes before what came in the same breath, so that a mail whose wait ends with it stays unsent.
  const happenedFirst = (happening: Happening) => void happenings.unshift(happening);

  setHandler(exitSignal, ({ reason }) => happenedFirst({ type: 'exit', reason }));
  setHandler(settledSignal, (settlement) => happened({ type: 'settled', ...settlement }));
  setHandler(retrySignal, (step) => happened({ type: 'retry', ...step }));
  setHandler(stopSignal, ({ reason }) => happenedFirst({ type: 'stop', reason }));

  let timer: CancellationScope | undefined;

  const flush = () => journal.splice(0, journal.length);

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
        return activities
          .perform({ studioId, runId, ...step, journal: flush() })
          .then((answer) => performed(command, answer));
      }
      case 'schedule': {
        const { stepId, visit } = command;
        return activities
          .schedule({ studioId, runId, stepId, visit, journal: flush() })
          .then(({ due }) => happened({ type: 'scheduled', stepId, visit, due }));
      }
      case 'sleep':
        return void sleepUntil(command);
      case 'close': {
        const { result, reason } = command;
        return activities.close({ studioId, runId, result, reason, journal: flush() });
      }
    }
  }

  /** Beside the loop, so that signals are heard; whatever ends the step ends the timer. */
  function sleepUntil({ stepId, visit, due }: Command & { type: 'sleep' }): void {
    timer = new CancellationScope();
    timer
      .run(async () => {
        await sleep(Math.max(0, Date.parse(due) - Date.now()));
        happened({ type: 'elapsed', stepId, visit });
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  while (!state.ended) {
    if (happenings.length === 0) await condition(() => happenings.length > 0);
    const input = { ...happenings.shift()!, now: new Date().toISOString() } as Input;
    const step = advance(plan, state, input);
    if (state.at?.phase === 'sleeping' && step.state.at?.phase !== 'sleeping') timer?.cancel();
    state = step.state;
    for (const command of step.commands) {
      const underWay = carryOut(command);
      if (underWay) await underWay;
    }
  }
}
