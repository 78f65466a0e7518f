import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { blankDefinition, checkDefinition, describeTrigger } from '@cueline/workflows';
import type { Caller } from '../../platform/caller.js';
import { ProblemError } from '../../platform/problem-error.js';
import type { Transaction } from '../../platform/studio-database.js';
import { holdRunsOf, releaseRunsOf, stopRunsOf } from '../runs/control/workflow-holds.js';
import { definitionIn, WorkflowViews, type WorkflowRow } from './workflow-views.service.js';
import { WorkflowsRepository } from './workflows.repository.js';

type State = WorkflowRow['state'];

@Injectable()
export class WorkflowsService {
  constructor(
    private readonly repository: WorkflowsRepository,
    private readonly views: WorkflowViews,
  ) {}

  async list(studioId: string): Promise<{ items: workflows.WorkflowRow[] }> {
    const [rows, counts, known] = await Promise.all([
      this.repository.list(studioId),
      this.repository.runCounts(studioId),
      this.views.studioFacts(studioId),
    ]);
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      description: row.description,
      state: row.state,
      trigger: describeTrigger(definitionIn(row.draft).trigger),
      activeRuns: counts.active.get(row.id) ?? 0,
      lastRunAt: counts.last.get(row.id)?.toISOString() ?? null,
      problems: checkDefinition(row.draft, { ...known, self: row.id }).length,
    }));
    return { items };
  }

  async get(studioId: string, id: string) {
    return this.views.view(studioId, await this.views.row(studioId, id));
  }

  async create(studioId: string, { name, description = '' }: workflows.NewWorkflow) {
    const row = await this.repository.create(studioId, name, description, blankDefinition());
    return this.views.view(studioId, row);
  }

  async update(studioId: string, id: string, body: workflows.WorkflowPatch) {
    await this.views.row(studioId, id);
    return this.views.view(studioId, await this.repository.update(studioId, id, body));
  }

  /** Its open runs are held with it. */
  pause = ({ studioId, by }: Caller, id: string) =>
    this.#become(studioId, id, 'paused', ['published'], (tx) =>
      holdRunsOf(tx, { studioId, workflowId: id, by }),
    );
  /** What was held with it goes on. */
  resume = ({ studioId, by }: Caller, id: string) =>
    this.#become(studioId, id, 'published', ['paused'], (tx) =>
      releaseRunsOf(tx, { studioId, workflowId: id, by }),
    );
  /** Open runs go on to their end, those that are paused stay paused; or all are stopped. */
  archive = ({ studioId, by }: Caller, id: string, { runs }: workflows.Archival) =>
    this.#become(studioId, id, 'archived', ['draft', 'published', 'paused'], async (tx) => {
      if (runs === 'stop') await stopRunsOf(tx, { studioId, workflowId: id, by });
    });

  /** What was published comes back paused: nothing starts because of it. */
  async unarchive(studioId: string, id: string) {
    const { publishedVersionId } = await this.views.row(studioId, id);
    return this.#become(studioId, id, publishedVersionId ? 'paused' : 'draft', ['archived']);
  }

  async #become(
    studioId: string,
    id: string,
    state: State,
    from: readonly State[],
    also?: (tx: Transaction) => Promise<void>,
  ) {
    const row = await this.views.row(studioId, id);
    if (row.state === state) return this.views.view(studioId, row);
    if (!from.includes(row.state))
      throw new ProblemError('resource.conflict', `A ${row.state} workflow cannot become ${state}.`);
    return this.views.view(studioId, await this.repository.become(studioId, id, state, also));
  }
}
