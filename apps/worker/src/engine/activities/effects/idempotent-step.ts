import type { Pool, PoolClient } from 'pg';
import { inTransaction, recordEvents, type NewEvent } from '@cueline/database';
import type { Step } from '@cueline/workflows';
import type { RunContext } from '../../record-context/run-context.repository.js';
import { earlierAnswer, type StoredStep } from '../earlier-answer.js';
import type { Effect, EffectCall } from '../effect.js';
import { progressValues, writeProgress } from '../progress.repository.js';

/** What a run says happened by what it did. */
export type Caused = Pick<NewEvent, 'type' | 'subjectType' | 'subjectId' | 'data'>;

/** A step's transaction, within its studio. */
export interface StepTransaction {
  readonly studioId: string;
  readonly query: <Row extends object>(name: string, sql: string, values: unknown[]) => Promise<Row[]>;
  /** Written with the change that it reports, as this run's: once, however often the step is carried out. */
  readonly happened: (event: Caused) => Promise<void>;
}

export const RUN_SOURCE = 'cueline/run';

// Whoever carries out the same step at the same moment waits here, and then reads what the first one came to.
const claim = `
  INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status) VALUES ($1, $2, $3, $4, $5, 'running')
  ON CONFLICT (run_id, step_id, visit) DO UPDATE SET kind = excluded.kind RETURNING status, outcome, reason`;
const record = writeProgress(2);

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
      return await inTransaction(this.pool, (connection) =>
        this.#within(connection, step, context, call, work),
      );
    } finally {
      this.wake();
    }
  }

  async #within(
    connection: PoolClient,
    step: Step,
    context: RunContext,
    call: EffectCall,
    work: (transaction: StepTransaction) => Promise<Effect>,
  ): Promise<Effect> {
    const { studioId, visit } = call;
    const { run_id: runId } = context;
    const values = [studioId, runId, step.id, visit, step.kind];
    const stored = await connection.query<StoredStep>({ name: 'claim-step', text: claim, values });
    const earlier = earlierAnswer(stored.rows[0]!);
    if (earlier) return { result: earlier, recorded: true };
    let events = 0;
    const effect = await work({
      studioId,
      query: async <Row extends object>(name: string, text: string, given: unknown[]) =>
        (await connection.query<Row>({ name, text, values: given })).rows,
      happened: async (event) => {
        const sourceId = [runId, step.id, visit, ...(events++ ? [events] : [])].join('/');
        const { chain, root_event_id: rootEventId } = context;
        const cause = { causeRunId: runId, chain: chain + 1, rootEventId };
        await recordEvents(connection, studioId, [
          { source: RUN_SOURCE, sourceId, occurredAt: context.now, ...cause, ...event },
        ]);
      },
    });
    const progress = progressValues(call.conclusion(effect));
    await connection.query({ name: 'record-progress', text: record, values: [studioId, ...progress] });
    return { ...effect, recorded: true };
  }
}
