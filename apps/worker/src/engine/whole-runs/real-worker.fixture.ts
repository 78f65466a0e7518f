import { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { Pool } from 'pg';
import { factsOf, RunProgress, WebhookDeliveries } from '@cueline/database';
import type { MailTransport } from '@cueline/email/smtp';
import { timeSkippingRuns } from '@cueline/testkit/time-skipping';
import { until } from '@cueline/testkit/until';
import type { Facts } from '@cueline/workflows';
import { workflowIdOf, type RunActivities } from '@cueline/workflows/messages';
import { transportsOf } from '../../mail-out/mail-out.fixture.js';
import { assembleMailOut } from '../../mail-out/mail-out.js';
import { workerPool } from '../../platform/worker-pool.js';
import { WebhookDeliveryWorker } from '../../webhooks/delivery-worker.js';
import { AnswersRepository } from '../activities/answers.repository.js';
import { IdempotentStep } from '../activities/effects/idempotent-step.js';
import { createActivities } from '../activities/run-activities.js';
import { Dispatcher } from '../dispatcher/dispatcher.js';
import { RunStarter } from '../dispatcher/run-starter.js';
import { StartGate } from '../dispatcher/start-gate.js';
import { StartsRepository } from '../dispatcher/starts.repository.js';
import { RunContextRepository } from '../record-context/run-context.repository.js';
import { RunNotifier } from '../run-notifier.js';
import { DatabaseClock } from './database-clock.fixture.js';

/** Timers of one stop ring within this; those of the next are minutes away. */
const LATE_MS = 60_000;
const secret = 'a secret of more than thirty-two characters';
const takesAll: MailTransport = {
  deliver: async (mail) =>
    (await mail.onHandOver()) ? { type: 'accepted', reply: '250 ok' } : { type: 'calledOff' },
  close: () => undefined,
};

/** What the worker knows of a run that is under way. */
class UnderWay {
  hasBegun = false;
  ended = false;
  /** Until when it sleeps. */
  due: string | undefined;
  /** The facts that each effect met, by step and visit. */
  readonly seen = new Map<string, Facts>();

  /** It sleeps no longer until then. */
  passed(ms: number): void {
    if (this.due !== undefined && Date.parse(this.due) <= ms) this.due = undefined;
  }
}

interface Hands {
  /** Starts the runs that the database has decided on. */
  start(): Promise<void>;
  /** Hands on whatever the database holds for runs, until nothing is left and these runs have nothing in hand. */
  settle(runIds: readonly string[]): Promise<void>;
}

/** The parts of a worker process on a database and a Temporal server whose clocks skip ahead together. */
export class RealWorker {
  readonly #runs = new Map<string, UnderWay>();

  private constructor(
    readonly pool: Pool,
    private readonly clock: DatabaseClock,
    private readonly server: Awaited<ReturnType<typeof timeSkippingRuns>>,
    private readonly allow: ReadonlySet<string>,
  ) {}

  /** @param allow hosts that webhooks may call */
  static async open(url: string, allow: ReadonlySet<string>): Promise<RealWorker> {
    const clock = await DatabaseClock.on(url);
    return new RealWorker(workerPool({ url }), clock, await timeSkippingRuns(), allow);
  }

  now(): Promise<number> {
    return this.server.environment.currentTimeMs();
  }

  async sleepUntil(ms: number): Promise<void> {
    // The database first: whoever is woken must not find that it is too early.
    await this.clock.setTo(Math.max(ms, await this.now()));
    const ahead = ms - (await this.now());
    if (ahead > 0) await this.server.environment.sleep(ahead);
  }

  of(runId: string): UnderWay {
    const known = this.#runs.get(runId) ?? new UnderWay();
    this.#runs.set(runId, known);
    return known;
  }

  /** Has a worker at work while something is done. */
  async atWork(work: (hands: Hands) => Promise<void>): Promise<void> {
    const { pool } = this;
    const { environment } = this.server;
    const client = new Client({ connection: environment.nativeConnection });
    const contexts = new RunContextRepository(pool);
    const progress = new RunProgress(pool);
    const notifier = new RunNotifier(progress, () => client);
    const gate = new StartGate();
    const starter = new RunStarter(new StartsRepository(pool), () => client, gate);
    const dispatcher = new Dispatcher(pool, starter);
    const deliveries = new WebhookDeliveryWorker({
      allow: this.allow,
      secret,
      deliveries: new WebhookDeliveries(pool),
      notifier,
      contexts,
    });
    const { steps } = assembleMailOut({
      pool,
      contexts,
      notifier,
      secret,
      bounceDelimiter: null,
      takesAnswers: false,
      transports: transportsOf(takesAll),
      evidence: { find: () => Promise.resolve('unknown') },
      platformDomain: 'mail.test',
      publicUrl: 'https://cueline.test',
    });
    const activities = createActivities({
      contexts,
      putOff: { note: () => undefined },
      webhooks: { allow: this.allow, wake: () => deliveries.wake() },
      mailSteps: steps,
      progress,
      gate,
      answers: new AnswersRepository(pool),
      idempotentStep: new IdempotentStep(pool, () => dispatcher.wake()),
    });
    const worker = await this.server.worker(this.#watched(contexts, activities));
    const hasNothingInHand = () => {
      const { numInFlightActivities, numInFlightWorkflowActivations } = worker.getStatus();
      return numInFlightActivities + numInFlightWorkflowActivations === 0;
    };
    const settle = async (runIds: readonly string[]) => {
      for (;;) {
        dispatcher.wake();
        await starter.deliverSignals();
        await deliveries.sweep();
        await until('the worker rests', () => Promise.resolve(hasNothingInHand()), 60_000);
        const waits = await pool.query(`
          SELECT 1 FROM events WHERE dispatched_at IS NULL
          UNION ALL SELECT 1 FROM run_signals WHERE delivered_at IS NULL
          UNION ALL SELECT 1 FROM webhook_deliveries d JOIN runs r ON r.id = d.run_id
            WHERE r.paused_at IS NULL AND r.ended_at IS NULL AND (d.state = 'waiting' OR d.notify_run)`);
        if (waits.rows.length > 0) continue;
        const states = await Promise.all(runIds.map((runId) => this.#stateOf(runId)));
        const late = Math.min(...states.flatMap(({ timers }) => timers)) - (await this.now());
        // A timer begins when the task that asked for it is over, and so rings a little late.
        if (late < LATE_MS) await this.sleepUntil((await this.now()) + Math.max(late, 0) + 1);
        else if (states.every(({ rests }) => rests) && hasNothingInHand()) return;
      }
    };
    await worker.runUntil(() => work({ settle, start: () => starter.startLeftBehind(0) }));
    await dispatcher.stop();
    await deliveries.stop();
  }

  /** Whether every signal that a run was sent is worked off, and when its timers ring. */
  async #stateOf(runId: string): Promise<{ readonly rests: boolean; readonly timers: readonly number[] }> {
    const { workflow } = this.server.environment.client;
    const { events } = await workflow.getHandle(workflowIdOf(runId)).fetchHistory();
    if (this.of(runId).ended) return { rests: true, timers: [] };
    const timers = new Map<string, number>();
    let rests = false;
    for (const event of events!) {
      const started = event.timerStartedEventAttributes;
      if (started) timers.set(started.timerId!, tsToMs(event.eventTime) + tsToMs(started.startToFireTimeout));
      const over = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
      if (over) timers.delete(over.timerId!);
      if (event.workflowTaskCompletedEventAttributes) rests = true;
      else if (
        event.workflowTaskScheduledEventAttributes ??
        event.workflowTaskStartedEventAttributes ??
        event.workflowExecutionSignaledEventAttributes ??
        event.timerFiredEventAttributes
      )
        rests = false;
    }
    return { rests, timers: [...timers.values()] };
  }

  #watched(contexts: RunContextRepository, activities: RunActivities): RunActivities {
    const called =
      <Call extends { readonly runId: string }, Answer>(
        activity: (call: Call) => Promise<Answer>,
        after: (run: UnderWay, answer: Answer) => void = () => undefined,
      ) =>
      async (call: Call): Promise<Answer> => {
        const run = this.of(call.runId);
        const answer = await activity(call);
        run.hasBegun = true;
        run.due = undefined;
        after(run, answer);
        return answer;
      };
    return {
      perform: called(
        async (call) => {
          const { studioId, runId, stepId, visit } = call;
          const { seen } = this.of(runId);
          const key = `${stepId}/${visit}`;
          // An activity may run twice: the second time it would meet what it has changed itself.
          if (!seen.has(key)) seen.set(key, factsOf(await contexts.load(studioId, runId, stepId, visit)));
          return activities.perform(call);
        },
        (run, answer) => {
          // The last step writes the end of its run as well.
          run.ended ||= answer.some(({ result }) => result.type === 'done' && result.closed);
        },
      ),
      resolveWait: called(
        (call) => activities.resolveWait(call),
        (run, answer) => {
          if (answer.type === 'wait') run.due = answer.due;
        },
      ),
      // A run that is paused sleeps as long as before.
      recordStatus: (call) => activities.recordStatus(call),
      migrate: called((call) => activities.migrate(call)),
      close: called(
        (call) => activities.close(call),
        (run) => {
          run.ended = true;
        },
      ),
    };
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.clock.close();
    await this.server.environment.teardown();
  }
}
