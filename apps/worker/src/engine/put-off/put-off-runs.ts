import type { Client } from '@temporalio/client';
import { pingDatabase, type Queryable } from '@cueline/database';
import { signals, workflowIdOf } from '@cueline/workflows/messages';
import { inParallel } from '../../platform/places/in-parallel.js';
import { describeError } from '../../platform/describe-error.js';
import { log } from '../../platform/log.js';

const REMEMBERED = 50_000;
const IN_ONE_SWEEP = 200;
const AT_ONCE = 8;

/**
 * Runs that were told to come again since the database was away. When it is back they are told at once, a little at a time, rather than after their
 * pauses. A worker that dies forgets them; then their pauses end by themselves.
 */
export class PutOffRuns {
  readonly #runs = new Set<string>();

  constructor(
    private readonly pool: Queryable,
    private readonly client: () => Client | undefined,
  ) {}

  note(runId: string): void {
    if (this.#runs.size < REMEMBERED) this.#runs.add(runId);
  }

  async sweep(): Promise<void> {
    const client = this.client();
    if (this.#runs.size === 0 || !client || !(await this.#isBack())) return;
    const now = [...this.#runs].slice(0, IN_ONE_SWEEP);
    for (const runId of now) this.#runs.delete(runId);
    await inParallel(now, AT_ONCE, async (runId) => {
      try {
        await client.workflow.getHandle(workflowIdOf(runId)).signal(signals.recheck, {});
      } catch (error) {
        if ((error as Error).name !== 'WorkflowNotFoundError')
          log.warnSeldom('put-off', `Run ${runId} could not be notified that the database is back`, error);
      }
    });
  }

  async #isBack(): Promise<boolean> {
    try {
      await pingDatabase(this.pool);
      return true;
    } catch (error) {
      const away = `${this.#runs.size} runs wait for the database: ${describeError(error)}`;
      log.warnSeldom('database-away', away);
      return false;
    }
  }
}
