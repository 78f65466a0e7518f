import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { isPublishable } from '@cueline/workflows';
import type { Caller } from '../../platform/caller.js';
import { ProblemError } from '../../platform/problem-error.js';
import { placeOf } from './problem-places.js';
import { VersionsRepository } from './versions.repository.js';
import { definitionIn, WorkflowViews } from './workflow-views.service.js';

@Injectable()
export class PublishingService {
  constructor(
    private readonly versions: VersionsRepository,
    private readonly views: WorkflowViews,
  ) {}

  async publish(
    { studioId, user }: Caller,
    id: string,
    revision: number,
    { note = '' }: workflows.Publication,
  ) {
    const row = await this.views.rowAt(studioId, id, revision);
    if (row.state === 'archived')
      throw new ProblemError(
        'resource.conflict',
        'The workflow is archived. Take it out of the archive first.',
      );
    const problems = await this.views.problems(studioId, row.draft, row.id);
    if (!isPublishable(problems)) {
      const errors = problems.filter(({ severity }) => severity === 'error').slice(0, 100);
      throw new ProblemError('workflow.notPublishable', undefined, {
        errors: errors.map((problem) => placeOf(problem, '')),
      });
    }
    const by = user?.userId ?? null;
    const definition = definitionIn(row.draft);
    const published = await this.versions.publish(studioId, id, revision, definition, note, by);
    if (!published) throw this.views.conflict(row);
    return this.views.view(studioId, published);
  }
}
