import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import {
  decideMigration,
  explainStepTarget,
  findStep,
  stepTarget,
  planOf,
  titleOf,
  type StepTarget,
  type SummaryLabels,
} from '@cueline/workflows';
import type { Caller } from '../../../platform/auth/caller.js';
import { replyLanguage } from '../../../platform/language/reply-language.js';
import { invalid } from '../../../platform/problems/problem-error.js';
import { RunControlsRepository, type Requested } from '../../runs/control/run-controls.repository.js';
import { MigrateRunsRepository } from './migrate-runs.repository.js';
import { VersionsRepository } from '../store/versions.repository.js';
import { VersionsService } from '../versions/versions.service.js';
import { definitionIn, WorkflowViews } from '../views/workflow-views.service.js';

type Run = Awaited<ReturnType<MigrateRunsRepository['live']>>[number];
type Version = Awaited<ReturnType<VersionsRepository['list']>>[number];

const noSuchRun = {
  en: 'The workflow has no such run.',
  de: 'Diesen Durchlauf hat der Ablauf nicht.',
};
/** How many runs one transaction locks. */
const BATCH = 100;

/** Runs that are under way, to another version. */
@Injectable()
export class MigrateRunsService {
  constructor(
    private readonly repository: MigrateRunsRepository,
    private readonly versions: VersionsService,
    private readonly versionRows: VersionsRepository,
    private readonly views: WorkflowViews,
    private readonly controls: RunControlsRepository,
  ) {}

  /** Says where each run lands, and tells those that land somewhere to move, unless only that was asked. */
  async migrate(
    { studioId, by }: Caller,
    id: string,
    number: number,
    { runIds, dryRun, note = '' }: workflows.MigrateRuns,
  ): Promise<workflows.MigrationPlan> {
    const workflow = await this.views.row(studioId, id);
    const target = await this.versions.row(studioId, id, number);
    if (runIds) await this.#refuseUnknown(studioId, id, runIds);
    const [runs, versions, labels] = await Promise.all([
      this.repository.live(studioId, workflow.id, target.id, runIds),
      this.versionRows.list(studioId, id),
      this.views.labels(studioId),
    ]);
    const landed = migrationPlanOf(runs, versions, target);
    const movable = landed.flatMap(({ run, to }) => (to.type === 'refused' ? [] : [run.id]));
    const counted = dryRun
      ? 0
      : await this.#request(studioId, movable, { by, action: 'migrate', note }, target);
    const count = (type: StepTarget['type']) => landed.filter(({ to }) => to.type === type).length;
    return {
      runs: landed.length,
      requested: counted,
      there: count('there'),
      afterwards: count('afterwards'),
      refused: count('refused'),
      steps: byStep(landed, labels),
    };
  }

  /** @returns how many were signalled; a run that has ended or gone on meanwhile is decided on as it is then */
  async #request(
    studioId: string,
    ids: readonly string[],
    requested: Requested,
    target: Version,
  ): Promise<number> {
    const { id: versionId, number, definition } = target;
    const plan = planOf(definitionIn(definition));
    let counted = 0;
    for (let i = 0; i < ids.length; i += BATCH) {
      const batch = ids.slice(i, i + BATCH);
      const decided = await this.controls.request(studioId, batch, requested, (run) =>
        decideMigration(run, { versionId, number, plan }),
      );
      counted += [...decided.values()].filter(({ type }) => type === 'requested').length;
    }
    return counted;
  }

  async #refuseUnknown(studioId: string, id: string, runIds: readonly string[]): Promise<void> {
    const known = await this.repository.known(studioId, id, runIds);
    const places = runIds.flatMap((runId, i) =>
      known.has(runId) ? [] : [{ pointer: `/runIds/${i}`, detail: noSuchRun }],
    );
    if (places.length > 0) throw invalid(places.slice(0, 100));
  }
}

interface Landed {
  readonly run: Run;
  readonly from: Version;
  readonly to: StepTarget;
}

function migrationPlanOf(runs: readonly Run[], versions: readonly Version[], target: Version): Landed[] {
  const byId = new Map(versions.map((row) => [row.id, { row, plan: planOf(definitionIn(row.definition)) }]));
  const to = planOf(definitionIn(target.definition));
  return runs.map((run) => {
    const { row, plan } = byId.get(run.versionId)!;
    return { run, from: row, to: stepTarget(plan, to, currentStepOf(run)) };
  });
}

const currentStepOf = ({ status, currentStepId }: Run) => ({
  stepId: status === 'starting' ? null : currentStepId,
  underWay: status === 'running',
});

/** Runs that are at the same step of the same version and land alike, together. */
function byStep(landed: readonly Landed[], labels: SummaryLabels): workflows.MigrationPlan['steps'] {
  const groups = new Map<string, Landed[]>();
  for (const one of landed) {
    const key = JSON.stringify([one.from.number, one.run.currentStepId, one.to.type]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const { run, from, to } = group[0]!;
    const step = run.currentStepId && findStep(definitionIn(from.definition).steps, run.currentStepId)?.step;
    return {
      version: from.number,
      stepId: run.currentStepId,
      step: step ? titleOf(step, labels, replyLanguage()) : null,
      runs: group.length,
      to: to.type === 'refused' ? null : to.stepId,
      target: to.type,
      code: to.type === 'refused' ? to.code : null,
      sentence: explainStepTarget(to, replyLanguage()),
    };
  });
}
