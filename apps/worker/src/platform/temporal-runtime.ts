import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection, Runtime, Worker, DefaultLogger } from '@temporalio/worker';
import { TASK_QUEUE, type RunActivities } from '@cueline/workflows/messages';
import type { Configuration } from './configuration.js';
import { log } from './log.js';

const BACKOFF_MS = [200, 500, 1_000, 2_000, 5_000];

/**
 * The Temporal worker and a client on the same connection: only so can a start hand the first task straight back (eager start). Both are made
 * anew, for as long as it takes, when the server goes away.
 */
export class TemporalRuntime {
  #client: Client | undefined;
  #worker: Worker | undefined;
  #stopped = false;
  #running: Promise<void> | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly activities: RunActivities,
    private readonly onReady: () => void,
  ) {}

  /** Undefined while the server is away: whoever wants to start a run leaves it to a sweep. */
  get client(): Client | undefined {
    return this.#client;
  }

  start(): void {
    Runtime.install({
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
      shutdownSignals: [],
    });
    this.#running = this.#keepRunning();
  }

  /** Finishes the tasks under way, takes no new ones. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#worker?.getState() === 'RUNNING') this.#worker.shutdown();
    await this.#running;
  }

  async #keepRunning(): Promise<void> {
    for (let failures = 0; !this.#stopped; failures++) {
      try {
        await this.#runOnce(() => (failures = 0));
      } catch (error) {
        log.warn('Temporal is away', error);
      }
      this.#client = undefined;
      if (!this.#stopped) await pause(BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)]);
    }
  }

  async #runOnce(onUp: () => void): Promise<void> {
    const {
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      TEMPORAL_API_KEY: apiKey,
      TEMPORAL_TLS,
    } = this.configuration;
    const tls = TEMPORAL_TLS === 'true' || Boolean(apiKey);
    const connection = await NativeConnection.connect({ address, apiKey, tls });
    try {
      this.#worker = await Worker.create({
        connection,
        namespace,
        taskQueue: TASK_QUEUE,
        workflowBundle: { code: readFileSync(new URL('./workflow-bundle.js', import.meta.url), 'utf8') },
        activities: this.activities,
        // All of a run's are local: nothing is to be asked for.
        enableNonLocalActivities: false,
        maxCachedWorkflows: this.configuration.WORKER_CACHED_WORKFLOWS,
        // More than are carried out or wait for their studio's turn (see StudioPlaces), and fewer than the tasks that they belong to.
        maxConcurrentLocalActivityExecutions: 110,
        // Well above the starts that are let in at once, so that each start is handed its first task.
        maxConcurrentWorkflowTaskExecutions: 120,
        // A worker that was killed keeps its runs' tasks this long at most.
        stickyQueueScheduleToStartTimeout: '3 s',
        shutdownGraceTime: '10 s',
      });
      this.#client = new Client({ connection, namespace });
      onUp();
      log.info(`Temporal at ${address} is up`);
      this.onReady();
      await this.#worker.run();
    } finally {
      this.#client = undefined;
      await connection
        .close()
        .catch((error: unknown) => log.warn('The connection to Temporal did not close', error));
    }
  }
}
