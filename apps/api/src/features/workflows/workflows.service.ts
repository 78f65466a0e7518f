import { onPrisma, RunControls } from '@cueline/database';
import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { blankDefinition, describeTrigger } from '@cueline/workflows';
import type { Caller } from '../../platform/auth/caller.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import type { Transaction } from '../../platform/database/studio-database.js';
import { definitionIn, WorkflowViews, type WorkflowRow } from './views/workflow-views.service.js';
import { WorkflowsRepository } from './store/workflows.repository.js';

type State = WorkflowRow['state'];

const states: Readonly<Record<State, string>> = {
  draft: 'Entwurf',
  published: 'Veröffentlicht',
  paused: 'Pausiert',
  archived: 'Archiviert',
};

const runControls = (tx: Transaction, studioId: string) => new RunControls(onPrisma(tx), studioId);

@Injectable()
export class WorkflowsService {
  constructor(
    private readonly repository: WorkflowsRepository,
    private readonly views: WorkflowViews,
  ) {}

  async list(studioId: string, query: workflows.WorkflowQuery) {
    const rows = await this.repository.list(studioId, query);
    const shown = rows.slice(0, query.limit);
    const [counts, problems] = await Promise.all([
      this.repository.runCounts(
        studioId,
        shown.map(({ id }) => id),
      ),
      this.views.allProblems(
        studioId,
        shown.map(({ id, draft }) => ({ definition: draft, self: id })),
      ),
    ]);
    const problemsOf = new Map(shown.map(({ id }, i) => [id, problems[i]!.length]));
    return pageOf(rows, query.limit, (row): workflows.WorkflowRow => ({
      id: row.id,
      name: row.name,
      description: row.description,
      state: row.state,
      trigger: describeTrigger(definitionIn(row.draft).trigger, replyLanguage()),
      activeRuns: counts.get(row.id)?.active ?? 0,
      lastRunAt: counts.get(row.id)?.last?.toISOString() ?? null,
      problems: problemsOf.get(row.id) ?? 0,
    }));
  }

  async get(studioId: string, id: string) {
    const row = await this.views.row(studioId, id);
    return this.views.view(studioId, row, await this.#problems(studioId, row));
  }

  async create(studioId: string, { name, description = '' }: workflows.NewWorkflow) {
    const definition = blankDefinition();
    const problems = await this.views.problems(studioId, definition);
    const row = await this.repository.create(studioId, name, description, definition);
    return this.views.view(studioId, row, problems);
  }

  async update(studioId: string, id: string, body: workflows.WorkflowPatch) {
    const problems = await this.#problems(studioId, await this.views.row(studioId, id));
    return this.views.view(studioId, await this.repository.update(studioId, id, body), problems);
  }

  /** Its open runs are paused with it. */
  pause = ({ studioId, by }: Caller, id: string) =>
    this.#changeState(studioId, id, 'paused', ['published'], (tx) =>
      runControls(tx, studioId).pauseWorkflow(id, by),
    );
  /** The runs that were paused with it go on. */
  resume = ({ studioId, by }: Caller, id: string) =>
    this.#changeState(studioId, id, 'published', ['paused'], (tx) =>
      runControls(tx, studioId).resumeWorkflow(id, by),
    );
  /** Open runs go on to their end, those that are paused stay paused; or all are stopped. */
  archive = ({ studioId, by }: Caller, id: string, { runs }: workflows.Archival) =>
    this.#changeState(studioId, id, 'archived', ['draft', 'published', 'paused'], async (tx) => {
      if (runs === 'stop') await runControls(tx, studioId).stopWorkflow(id, by);
    });

  /** What was published comes back paused: nothing starts because of it. */
  async unarchive(studioId: string, id: string) {
    const { publishedVersionId } = await this.views.row(studioId, id);
    return this.#changeState(studioId, id, publishedVersionId ? 'paused' : 'draft', ['archived']);
  }

  #problems = (studioId: string, { id, draft }: WorkflowRow) => this.views.problems(studioId, draft, id);

  async #changeState(
    studioId: string,
    id: string,
    state: State,
    from: readonly State[],
    also?: (tx: Transaction) => Promise<void>,
  ) {
    const row = await this.views.row(studioId, id);
    const problems = await this.#problems(studioId, row);
    const became = await this.repository.changeState(studioId, id, state, from, also);
    if (became) return this.views.view(studioId, became, problems);
    throw new ProblemError('resource.conflict', {
      en: `A ${row.state} workflow cannot become ${state}.`,
      de: `Der Ablauf kann nicht von „${states[row.state]}“ zu „${states[state]}“ wechseln.`,
    });
  }
}
