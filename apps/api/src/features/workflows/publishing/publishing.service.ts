import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { isPublishable } from '@cueline/workflows';
import type { Caller } from '../../../platform/auth/caller.js';
import { ProblemError } from '../../../platform/problems/problem-error.js';
import { MatchingRecordsService } from '../matching/matching-records.service.js';
import { placeOf } from '../views/problem-places.js';
import { VersionsRepository } from '../store/versions.repository.js';
import { definitionIn, WorkflowViews } from '../views/workflow-views.service.js';

@Injectable()
export class PublishingService {
  constructor(
    private readonly versions: VersionsRepository,
    private readonly views: WorkflowViews,
    private readonly records: MatchingRecordsService,
  ) {}

  async publish(
    { studioId, user }: Caller,
    id: string,
    revision: number,
    { note = '', enrol }: workflows.Publication,
  ): Promise<workflows.Published> {
    const row = await this.views.rowAt(studioId, id, revision);
    if (row.state === 'archived')
      throw new ProblemError('resource.conflict', {
        en: 'The workflow is archived. Take it out of the archive first.',
        de: 'Der Ablauf ist archiviert. Hole ihn zuerst aus dem Archiv.',
      });
    const problems = await this.views.problems(studioId, row.draft, row.id);
    if (!isPublishable(problems)) {
      const errors = problems.filter(({ severity }) => severity === 'error').slice(0, 100);
      throw new ProblemError('workflow.notPublishable', undefined, {
        errors: errors.map((problem) => placeOf(problem, '')),
      });
    }
    if (enrol !== 'none' && row.state === 'paused')
      throw new ProblemError('resource.conflict', {
        en: 'The workflow is paused. Let it go on before records are enrolled.',
        de: 'Der Ablauf ist pausiert. Setze ihn fort, bevor Datensätze aufgenommen werden.',
      });
    const definition = definitionIn(row.draft);
    const requests =
      enrol === 'none'
        ? []
        : await this.records.requests(
            studioId,
            id,
            definition,
            enrol === 'all' ? null : new Date(enrol.from),
          );
    const publishedById = user?.userId ?? null;
    const version = { definition, note, publishedById, requests };
    const published = await this.versions.publish(studioId, id, revision, version);
    if (!published) throw this.views.conflict(row);
    if (published.unchanged !== null && enrol === 'none')
      throw new ProblemError('workflow.unchanged', {
        en: `Version ${published.unchanged} is live and says the same. Change the draft before you publish it.`,
        de: `Version ${published.unchanged} ist live und sagt dasselbe. Ändere den Entwurf, bevor du ihn veröffentlichst.`,
      });
    return { ...(await this.views.view(studioId, published.row, problems)), enrolled: published.enrolled };
  }
}
