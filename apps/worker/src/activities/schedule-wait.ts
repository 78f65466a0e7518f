import { addDuration, factAt } from '@cueline/workflows';
import type { RunActivities } from '@cueline/workflows/messages';
import { factsOf, textOf } from '@cueline/database';
import type { RunContextRepository } from '../facts/run-context.repository.js';
import { journalRow, type ProgressRepository, type StepRow } from './progress.repository.js';

/** Computes once when a wait ends, in the brand's zone, and writes it down. */
export class ScheduleWait {
  constructor(
    private readonly contexts: RunContextRepository,
    private readonly progress: ProgressRepository,
  ) {}

  async schedule(call: Parameters<RunActivities['schedule']>[0]): Promise<{ due: string }> {
    const { studioId, runId, stepId, visit } = call;
    const context = await this.contexts.load(studioId, runId, stepId, visit);
    const step = await this.contexts.step(context, studioId, stepId);
    if (step.kind !== 'wait') throw new Error(`A ${step.kind} step waits for nothing.`);
    const zone = textOf(factAt(factsOf(context), 'brand.zone')) ?? 'UTC';
    const due = context.step_due?.toISOString() ?? addDuration(context.now.toISOString(), step.for, zone);
    const row: StepRow = { step_id: stepId, visit, kind: step.kind, status: 'waiting', due_at: due };
    await this.progress.record(studioId, {
      runId,
      steps: [...call.journal.map(journalRow), row],
      run: { status: 'waiting', currentStepId: stepId, nextAt: due },
    });
    return { due };
  }
}
