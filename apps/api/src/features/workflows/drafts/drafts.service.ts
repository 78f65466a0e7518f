import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { explainRefusal, inEach, type Definition } from '@cueline/workflows';
import { invalid } from '../../../platform/problems/problem-error.js';
import { Threads } from '../../../platform/threads/threads.service.js';
import { placeOf } from '../views/problem-places.js';
import { definitionIn, WorkflowViews, type WorkflowRow } from '../views/workflow-views.service.js';
import { WorkflowsRepository } from '../store/workflows.repository.js';

/** Changes of the draft: each names the revision that it was made on. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly repository: WorkflowsRepository,
    private readonly views: WorkflowViews,
    private readonly threads: Threads,
  ) {}

  /** All of the edits or none. */
  async edit(studioId: string, id: string, revision: number, { operations }: workflows.Operations) {
    const row = await this.views.rowAt(studioId, id, revision);
    const definition = definitionIn(row.draft);
    const edited = await this.threads.run(studioId, 'editDefinition', { definition, operations });
    if (!edited.ok)
      throw invalid([
        {
          pointer: `/operations/${edited.at}`,
          detail: inEach((language) => explainRefusal(edited.refusal, language)),
          code: edited.refusal,
        },
      ]);
    return this.save(studioId, row, revision, edited.definition);
  }

  async replace(studioId: string, id: string, revision: number, body: workflows.Draft) {
    const row = await this.views.rowAt(studioId, id, revision);
    return this.save(studioId, row, revision, await this.readable(studioId, body.definition));
  }

  async save(
    studioId: string,
    row: WorkflowRow,
    revision: number,
    definition: Definition,
    about: { name?: string; description?: string } = {},
  ) {
    const problems = await this.views.problems(studioId, definition, row.id);
    const saved = await this.repository.saveDraft(studioId, row.id, revision, definition, about);
    if (!saved) throw this.views.conflict(row);
    return this.views.view(studioId, saved, problems);
  }

  /** @throws ProblemError naming all that keeps the JSON from being a definition */
  async readable(studioId: string, definition: unknown): Promise<Definition> {
    const parsed = await this.threads.run(studioId, 'readDefinition', definition);
    if (!parsed.ok)
      throw invalid(parsed.problems.slice(0, 100).map((problem) => placeOf(problem, '/definition')));
    return parsed.definition;
  }
}
