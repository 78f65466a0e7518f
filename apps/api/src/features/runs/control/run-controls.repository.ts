import { Injectable } from '@nestjs/common';
import type { runControls } from '@cueline/contracts';
import { onPrisma, openStates, RunControls } from '@cueline/database';
import type { ControlDecision, ControlledRun, StepKind } from '@cueline/workflows';
import type { Actor } from '../../../platform/auth/caller.js';
import { StudioDatabase, type Transaction } from '../../../platform/database/studio-database.js';
import { definitionIn } from '../../workflows/views/workflow-views.service.js';

/** Who requested what, with the note of theirs. */
export interface Requested {
  readonly by: Actor;
  readonly action: string;
  readonly note: string;
}

type Decide = (run: ControlledRun) => ControlDecision;

@Injectable()
export class RunControlsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** The open runs that a filter finds, the earliest first. */
  async find(studioId: string, filter: runControls.RunFilter, limit: number): Promise<string[]> {
    const rows = await this.database.of(studioId).run.findMany({
      where: { ...filter, endedAt: null },
      select: { id: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /**
   * Decides on each run while it is locked, so that what is requested at the same moment is decided one after the other, and writes in that transaction
   * what was requested, by whom, and the signal for the run.
   * @returns the decisions by the runs' ids; a run that the studio does not have has none
   */
  async request(
    studioId: string,
    ids: readonly string[],
    requested: Requested,
    decide: Decide,
  ): Promise<ReadonlyMap<string, ControlDecision>> {
    const decisions = await this.database.of(studioId).$transaction(async (tx) => {
      const controls = new RunControls(onPrisma(tx), studioId);
      await controls.lock(ids);
      const runs = await locked(tx, ids);
      const decided = new Map(runs.map((run) => [run.id, decide(run)]));
      const changes = [...decided].flatMap(([runId, decision]) =>
        decision.type === 'requested' ? [{ runId, ...decision.change }] : [],
      );
      await controls.write(changes, requested);
      return decided;
    });
    this.database.runsNotifier.notify();
    return decisions;
  }
}

async function locked(tx: Transaction, ids: readonly string[]): Promise<ControlledRun[]> {
  const rows = await tx.run.findMany({
    where: { id: { in: [...ids] } },
    include: {
      version: { select: { definition: true } },
      steps: {
        select: { stepId: true, visit: true, kind: true, status: true, overrideAt: true, cause: true },
      },
      sends: {
        where: { state: { in: [...openStates] } },
        select: { stepId: true, visit: true, state: true },
      },
      webhooks: { where: { state: 'waiting' }, select: { stepId: true, visit: true } },
      controls: { select: { action: true, params: true } },
    },
  });
  return rows.map(({ version, steps, sends, webhooks, ...row }) => ({
    ...row,
    steps: steps.map(({ kind, ...step }) => ({ ...step, kind: kind as StepKind })),
    definition: definitionIn(version.definition),
    openSends: [...sends, ...webhooks.map((webhook) => ({ ...webhook, state: 'queued' }))],
  }));
}
