import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { blankDefinition } from '@cueline/workflows';
import { replyLanguage } from '../../../platform/language/reply-language.js';
import { notFound } from '../../../platform/problems/problem-error.js';
import { Threads } from '../../../platform/threads/threads.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { VersionsRepository } from '../store/versions.repository.js';
import { definitionIn, WorkflowViews, type WorkflowRow } from '../views/workflow-views.service.js';

type Row = NonNullable<Awaited<ReturnType<VersionsRepository['byId']>>>;

@Injectable()
export class VersionsService {
  constructor(
    private readonly repository: VersionsRepository,
    private readonly views: WorkflowViews,
    private readonly drafts: DraftsService,
    private readonly threads: Threads,
  ) {}

  async list(studioId: string, id: string): Promise<{ items: workflows.VersionView[] }> {
    const workflow = await this.views.row(studioId, id);
    return { items: await this.#views(studioId, workflow, await this.repository.list(studioId, id)) };
  }

  async get(studioId: string, id: string, number: number): Promise<workflows.VersionDetail> {
    const workflow = await this.views.row(studioId, id);
    const row = await this.row(studioId, id, number);
    const [view] = await this.#views(studioId, workflow, [row]);
    return { ...view!, definition: row.definition };
  }

  async diff(studioId: string, id: string, { from, to }: workflows.DiffQuery): Promise<workflows.DiffView> {
    const workflow = await this.views.row(studioId, id);
    const [before, after, names] = await Promise.all([
      this.definition(studioId, workflow, from),
      this.definition(studioId, workflow, to),
      this.views.names(studioId),
    ]);
    const changes = await this.threads.run(studioId, 'diffOf', {
      before,
      after,
      names,
      language: replyLanguage(),
    });
    return { from, to, changes };
  }

  /** The version becomes the draft; what was published stays. */
  async restore(studioId: string, id: string, number: number, revision: number) {
    const workflow = await this.views.rowAt(studioId, id, revision);
    const { definition } = await this.row(studioId, id, number);
    return this.drafts.save(studioId, workflow, revision, definitionIn(definition));
  }

  /** @throws ProblemError when the workflow has no such version */
  async row(studioId: string, id: string, number: number): Promise<Row> {
    const row = await this.repository.find(studioId, id, number);
    if (!row) throw notFound('version');
    return row;
  }

  /** What was never published is compared with the empty workflow that everyone begins with. */
  async definition(studioId: string, workflow: WorkflowRow, which: workflows.VersionRef) {
    if (which === 'draft') return definitionIn(workflow.draft);
    if (which === 'live') {
      const { publishedVersionId: id } = workflow;
      const live = id && (await this.repository.byId(studioId, id));
      return live ? definitionIn(live.definition) : blankDefinition();
    }
    return definitionIn((await this.row(studioId, workflow.id, Number(which))).definition);
  }

  async #views(studioId: string, workflow: WorkflowRow, rows: readonly Row[]) {
    const people = rows.flatMap(({ publishedById }) => publishedById ?? []);
    const [runs, names] = await Promise.all([
      this.repository.runCounts(studioId, workflow.id),
      this.repository.names(people),
    ]);
    return rows.map((row): workflows.VersionView => ({
      id: row.id,
      number: row.number,
      note: row.note,
      publishedAt: row.publishedAt.toISOString(),
      publishedBy: (row.publishedById && names.get(row.publishedById)) || null,
      live: row.id === workflow.publishedVersionId,
      runs: { live: runs.live.get(row.id) ?? 0, total: runs.total.get(row.id) ?? 0 },
    }));
  }
}
