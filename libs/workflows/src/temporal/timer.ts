import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Command } from '../interpreter/index.js';
import type { PendingInput } from './receive-signals.js';

/** The one wait of a run, beside its loop, so that signals are heard; whatever ends the step ends the timer. */
export class Timer {
  #scope: CancellationScope | undefined;

  constructor(private readonly enqueue: (pendingInput: PendingInput) => void) {}

  sleepUntil({ stepId, visit, due }: Command & { type: 'sleep' }): void {
    const scope = new CancellationScope();
    this.#scope = scope;
    scope
      .run(async () => {
        await sleep(Math.max(0, Date.parse(due) - Date.now()));
        if (this.#scope === scope) this.enqueue({ type: 'elapsed', stepId, visit });
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  cancel(): void {
    this.#scope?.cancel();
    this.#scope = undefined;
  }
}
