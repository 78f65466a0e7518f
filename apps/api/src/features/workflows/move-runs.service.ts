import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import {
  decideMigration,
  explainLanding,
  findStep,
  landing,
  planOf,
  titleOf,
  type Landing,
  type SummaryWords,
} from '@cueline/workflows';
import type { Caller } from '../../platform/auth/caller.js';
import { invalid } from '../../platform/problems/problem-error.js';
import { RunControlsRepository, type Requested } from '../runs/control/run-controls.repository.js';
import { MoveRunsRepository } from './move-runs.repository.js';
import { VersionsRepository } from './versions.repository.js';
import { VersionsService } from './versions.service.js';
import { definitionIn, WorkflowViews } from './workflow-views.service.js';

type Run = Awaited<ReturnType<MoveRunsRepository['live']>>[number];
type Version = Awaited<ReturnType<VersionsRepository['list']>>[number];

/** So many runs are held in one transaction. */
const BATCH = 100;

/** Runs that are under way, to another version. */
@Injectable()
export class MoveRunsService {
  constructor(
    private readonly repository: MoveRunsRepository,
    private readonly versions: VersionsService,
    private readonly versionRows: VersionsRepository,
    private readonly views: WorkflowViews,
    private readonly controls: RunControlsRepository,
  ) {}

  /** Says where each run lands, and tells those that land somewhere to move, unless only that was asked. */
  async move(
    { studioId, by }: Caller,
    id: string,
    number: number,
    { runIds, dryRun, note = '' }: workflows.MoveRuns,
  ): Promise<workflows.Landings> {
    const workflow = await this.views.row(studioId, id);
    const target = await this.versions.row(studioId, id, number);
    if (runIds) await this.#refuseUnknown(studioId, id, runIds);
    const [runs, versions, words] = await Promise.all([
      this.repository.live(studioId, workflow.id, target.id, runIds),
      this.versionRows.list(studioId, id),
      this.views.words(studioId),
    ]);
    const landed = landingsOf(runs, versions, target);
    const movable = landed.flatMap(({ run, to }) => (to.type === 'refused' ? [] : [run.id]));
    const told = dryRun ? 0 : await this.#tell(studioId, movable, { by, action: 'migrate', note }, target);
    const count = (type: Landing['type']) => landed.filter(({ to }) => to.type === type).length;
    return {
      runs: landed.length,
      told,
      there: count('there'),
      afterwards: count('afterwards'),
      refused: count('refused'),
      steps: byStep(landed, words),
    };
  }

  /** @returns how many were told; a run that has ended or gone on meanwhile is asked again as it stands then */
  async #tell(
    studioId: string,
    ids: readonly string[],
    requested: Requested,
    target: Version,
  ): Promise<number> {
    const { id: versionId, number, definition } = target;
    const plan = planOf(definitionIn(definition));
    let told = 0;
    for (let i = 0; i < ids.length; i += BATCH) {
      const batch = ids.slice(i, i + BATCH);
      const decided = await this.controls.ask(studioId, batch, requested, (run) =>
        decideMigration(run, { versionId, number, plan }),
      );
      told += [...decided.values()].filter(({ type }) => type === 'asked').length;
    }
    return told;
  }

  async #refuseUnknown(studioId: string, id: string, runIds: readonly string[]): Promise<void> {
    const known = await this.repository.known(studioId, id, runIds);
    const places = runIds.flatMap((runId, i) =>
      known.has(runId) ? [] : [{ pointer: `/runIds/${i}`, detail: 'The workflow has no such run.' }],
    );
    if (places.length > 0) throw invalid(places.slice(0, 100));
  }
}

interface Landed {
  readonly run: Run;
  readonly from: Version;
  readonly to: Landing;
}

function landingsOf(runs: readonly Run[], versions: readonly Version[], target: Version): Landed[] {
  const byId = new Map(versions.map((row) => [row.id, { row, plan: planOf(definitionIn(row.definition)) }]));
  const to = planOf(definitionIn(target.definition));
  return runs.map((run) => {
    const { row, plan } = byId.get(run.versionId)!;
    return { run, from: row, to: landing(plan, to, standOf(run)) };
  });
}

const standOf = ({ status, currentStepId }: Run) => ({
  stepId: status === 'starting' ? null : currentStepId,
  underWay: status === 'running',
});

/** Runs that stand at the same step of the same version and land alike, together. */
function byStep(landed: readonly Landed[], words: SummaryWords): workflows.Landings['steps'] {
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
      step: step ? titleOf(step, words) : null,
      runs: group.length,
      to: to.type === 'refused' ? null : to.stepId,
      landing: to.type,
      code: to.type === 'refused' ? to.code : null,
      sentence: explainLanding(to),
    };
  });
}
