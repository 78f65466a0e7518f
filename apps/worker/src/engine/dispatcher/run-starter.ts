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
import { log } from '../../platform/log.js';
import { inParallel } from '../../platform/places/in-parallel.js';
import type { StartGate } from './start-gate.js';
import { StartLine } from './start-line.js';
import type { StartableRun, StartsRepository, WaitingSignal } from './starts.repository.js';

const CONCURRENT_STARTS = 16;
/** Of all studios, and of each. */
const LEFT_BEHIND = 200;
const LEFT_BEHIND_EACH = 50;
/** Few enough for a word that comes meanwhile to be next. */
const SIGNALS = 100;
/** So many runs of one studio in line: its further events wait in the outbox. */
const CROWDED = 100;

/** Tells Temporal what the database has decided. Each call may be repeated: a run has one workflow id, and that starts once. */
export class RunStarter {
  readonly #line = new StartLine();
  /** Runs that are known to have begun, although their rows do not say so yet. */
  readonly #begun = new Map<string, number>();
  #starting = 0;
  #delivering: Promise<void> | undefined;
  #again = false;
  #roomFor: () => void = () => undefined;

  constructor(
    private readonly repository: StartsRepository,
    private readonly client: () => Client | undefined,
    private readonly gate: StartGate,
  ) {
    gate.onFreed(() => this.#startNext());
  }

  /** @param room called when a studio is crowded no more */
  onRoom(room: () => void): void {
    this.#roomFor = room;
  }

  /** Studios of which no more events need be taken for now. */
  crowded(): string[] {
    return this.#line.studiosWith(CROWDED);
  }

  /** Settles when all of them have begun, or could not. */
  async start(runs: readonly StartableRun[]): Promise<void> {
    if (!this.client()) return;
    const begun = runs.filter(({ id }) => !this.#line.has(id)).map((run) => this.#line.add(run));
    this.#startNext();
    await Promise.all(begun);
  }

  async startLeftBehind(olderThanMs: number): Promise<void> {
    if (!this.client()) return;
    const left = await this.repository.leftBehind(olderThanMs, LEFT_BEHIND, LEFT_BEHIND_EACH);
    const forget = Date.now() - 60_000;
    for (const [id, at] of this.#begun) if (at < forget) this.#begun.delete(id);
    await this.start(left.filter(({ id }) => !this.#begun.has(id)));
  }

  #startNext(): void {
    while (this.#starting < CONCURRENT_STARTS) {
      const next = this.#line.next((studioId) => this.gate.hasRoomFor(studioId));
      if (!next) return;
      this.#starting++;
      this.gate.enter(next.run.id, next.run.studioId);
      void this.#startOne(next.run).finally(() => {
        this.#starting--;
        next.done();
        if (this.#line.of(next.run.studioId) === CROWDED - 1) this.#roomFor();
        this.#startNext();
      });
    }
  }

  async #startOne(run: StartableRun): Promise<void> {
    try {
      const client = this.client();
      if (!client) return this.gate.carriedOut(run.id);
      await client.workflow.start(RUN_WORKFLOW_TYPE, { ...optionsOf(run), requestEagerStart: true });
    } catch (error) {
      this.gate.carriedOut(run.id);
      if (error instanceof WorkflowExecutionAlreadyStartedError) this.#begun.set(run.id, Date.now());
      else log.warnSeldom('start', `Run ${run.id} could not be started yet`, error);
    }
  }

  /** Each run's signals in their order, until none is left; those that come meanwhile as well. */
  deliverSignals(): Promise<void> {
    this.#again = true;
    this.#delivering ??= this.#deliverAll().finally(() => {
      this.#delivering = undefined;
    });
    return this.#delivering;
  }

  async #deliverAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      for (;;) {
        const client = this.client();
        const waiting = client ? await this.repository.signals(SIGNALS) : [];
        if (!client || waiting.length === 0) break;
        await inParallel(waiting, CONCURRENT_STARTS, (signal) => this.#deliver(client, signal));
      }
    }
  }

  /**
   * With a start in the same call: a signal never overtakes the start of its run. A run that is over has nothing to be told. One that cannot be told is
   * left for a while, and holds up no other run.
   */
  async #deliver(client: Client, signal: WaitingSignal): Promise<void> {
    try {
      await client.workflow.signalWithStart(RUN_WORKFLOW_TYPE, {
        ...optionsOf(signal),
        signal: signals[signal.kind],
        signalArgs: [argumentOf(signal)],
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) {
        log.warnSeldom('signal', `Run ${signal.id} could not be signalled yet (${signal.kind})`, error);
        return this.repository.leave(signal.seq);
      }
    }
    await this.repository.delivered(signal.seq);
  }
}

/** What people requested of a run is in the payload as the signal has it. */
function argumentOf({
  kind,
  eventId,
  payload,
  versionId,
  target,
}: WaitingSignal): SignalArguments[keyof SignalArguments] {
  if (kind === 'exit') return { eventId: eventId!, reason: { code: 'exit.event' } };
  if (kind === 'migrate') return { versionId: versionId!, plan: planOf(target!) };
  return payload;
}

const optionsOf = (run: StartableRun) => {
  const input: RunInput = {
    engine: run.engine,
    studioId: run.studioId,
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
