import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import {
  planOf,
  RUN_WORKFLOW_TYPE,
  signals,
  TASK_QUEUE,
  workflowIdOf,
  type RunInput,
  type SignalArguments,
} from '@cueline/workflows/messages';
import { log } from '../platform/log.js';
import { inParallel } from './in-parallel.js';
import type { StartGate } from './start-gate.js';
import type { StartableRun, StartsRepository, WaitingSignal } from './starts.repository.js';

const CONCURRENT_STARTS = 16;
const SWEEP = 500;

/** Tells Temporal what the database has decided. Each call may be repeated: a run has one workflow id, and that starts once. */
export class RunStarter {
  constructor(
    private readonly repository: StartsRepository,
    private readonly client: () => Client | undefined,
    private readonly gate: StartGate,
  ) {}

  async start(runs: readonly StartableRun[]): Promise<void> {
    const client = this.client();
    if (!client) return;
    await inParallel(runs, CONCURRENT_STARTS, async (run) => {
      await this.gate.enter(run.id);
      try {
        await client.workflow.start(RUN_WORKFLOW_TYPE, { ...optionsOf(run), requestEagerStart: true });
      } catch (error) {
        this.gate.carriedOut(run.id);
        if (!(error instanceof WorkflowExecutionAlreadyStartedError))
          log.warn(`Run ${run.id} could not be started yet`, error);
      }
    });
  }

  async startLeftBehind(olderThanMs: number): Promise<void> {
    if (this.client()) await this.start(await this.repository.leftBehind(olderThanMs, SWEEP));
  }

  /** Each run's signals in their order, until none is left. */
  async deliverSignals(): Promise<void> {
    for (;;) {
      const client = this.client();
      const waiting = client ? await this.repository.signals(SWEEP) : [];
      if (!client || waiting.length === 0) return;
      const delivered = await inParallel(waiting, CONCURRENT_STARTS, (signal) =>
        this.#deliver(client, signal),
      );
      if (delivered.includes(false)) return;
    }
  }

  /** With a start in the same call: a signal never overtakes the start of its run. A run that is over has nothing to be told. */
  async #deliver(client: Client, signal: WaitingSignal): Promise<boolean> {
    try {
      await client.workflow.signalWithStart(RUN_WORKFLOW_TYPE, {
        ...optionsOf(signal),
        signal: signals[signal.kind],
        signalArgs: [argumentOf(signal)],
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) {
        log.warn(`Run ${signal.id} could not be told yet (${signal.kind})`, error);
        await this.repository.leave(signal.seq);
        return false;
      }
    }
    await this.repository.delivered(signal.seq);
    return true;
  }
}

/** What people asked of a run stands in the payload as the signal has it. */
function argumentOf({
  kind,
  event_id,
  payload,
  target,
}: WaitingSignal): SignalArguments[keyof SignalArguments] {
  if (kind === 'exit') return { eventId: event_id!, reason: { code: 'exit.event' } };
  if (kind === 'migrate') return { versionId: String(payload['versionId']), plan: planOf(target!) };
  return payload;
}

const optionsOf = (run: StartableRun) => {
  const input: RunInput = {
    engine: run.engine,
    studioId: run.studio_id,
    runId: run.id,
    plan: planOf(run.definition),
  };
  return {
    taskQueue: TASK_QUEUE,
    workflowId: workflowIdOf(run.id),
    args: [input],
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    // After this long without an answer another worker takes a killed one's task.
    workflowTaskTimeout: '5 s',
  } as const;
};
