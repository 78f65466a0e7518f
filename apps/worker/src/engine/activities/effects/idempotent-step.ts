import type { Pool } from 'pg';
import {
  claimStep,
  inTransaction,
  progressParams,
  recordEvents,
  recordProgress,
  type NewEvent,
  type Queryable,
} from '@cueline/database';
import type { Step } from '@cueline/workflows';
import type { RunContext } from '../../record-context/run-context.repository.js';
import { earlierAnswer } from '../earlier-answer.js';
import type { Effect, EffectCall } from '../effect.js';

/** What a run says happened by what it did. */
export type Caused = Pick<NewEvent, 'type' | 'subjectType' | 'subjectId' | 'data'>;

/** A step's transaction, within its studio. */
export interface StepTransaction {
  readonly studioId: string;
  /** Where its statements run. */
  readonly on: Queryable;
  /** Written with the change that it reports, as this run's: once, however often the step is carried out. */
  readonly happened: (event: Caused) => Promise<void>;
}

export const RUN_SOURCE = 'cueline/run';

/** Effects within the database: a step's change, its events and its row commit together, so that twice is once. */
export class IdempotentStep {
  /** @param wake tells the dispatcher of new events */
  constructor(
    private readonly pool: Pool,
    private readonly wake: () => void,
  ) {}

  async carryOut(
    step: Step,
    context: RunContext,
    call: EffectCall,
    work: (transaction: StepTransaction) => Promise<Effect>,
  ): Promise<Effect> {
    try {
      return await inTransaction(this.pool, (on) => this.#within(on, step, context, call, work));
    } finally {
      this.wake();
    }
  }

  async #within(
    on: Queryable,
    step: Step,
    context: RunContext,
    call: EffectCall,
    work: (transaction: StepTransaction) => Promise<Effect>,
  ): Promise<Effect> {
    const { studioId, visit } = call;
    const { runId } = context;
    const stored = await claimStep.first(on, { studioId, runId, stepId: step.id, visit, kind: step.kind });
    const earlier = earlierAnswer(stored!);
    if (earlier) return { result: earlier, recorded: true };
    let events = 0;
    const effect = await work({
      studioId,
      on,
      happened: async (event) => {
        const sourceId = [runId, step.id, visit, ...(events++ ? [events] : [])].join('/');
        const { chain, rootEventId } = context;
        const cause = { causeRunId: runId, chain: chain + 1, rootEventId };
        await recordEvents(on, studioId, [
          { source: RUN_SOURCE, sourceId, occurredAt: context.now, ...cause, ...event },
        ]);
      },
    });
    await recordProgress.run(on, { studioId, ...progressParams(call.conclusion(effect)) });
    return { ...effect, recorded: true };
  }
}
