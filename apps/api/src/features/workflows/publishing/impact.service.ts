import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { diffDefinitions, isPublishable, titleOf, findStep, type Definition } from '@cueline/workflows';
import { replyLanguage } from '../../../platform/language/reply-language.js';
import { Threads } from '../../../platform/threads/threads.service.js';
import { ComingRecords } from '../matching/coming-records.service.js';
import { MatchingRecordsService } from '../matching/matching-records.service.js';
import { problemView } from '../views/problem-places.js';
import { VersionsRepository } from '../store/versions.repository.js';
import { VersionsService } from '../versions/versions.service.js';
import { summaryNames } from '../views/names.js';
import { definitionIn, WorkflowViews } from '../views/workflow-views.service.js';

/** What publishing the draft would touch. Nothing is changed. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly views: WorkflowViews,
    private readonly versions: VersionsService,
    private readonly repository: VersionsRepository,
    private readonly records: MatchingRecordsService,
    private readonly threads: Threads,
    private readonly dates: ComingRecords,
  ) {}

  async of(studioId: string, id: string): Promise<workflows.Impact> {
    const workflow = await this.views.row(studioId, id);
    const after = definitionIn(workflow.draft);
    const [problems, before, names, openRuns, records, coming] = await Promise.all([
      this.views.problems(studioId, workflow.draft, id),
      this.versions.definition(studioId, workflow, 'live'),
      this.views.names(studioId),
      this.repository.openRunsByStep(studioId, id),
      this.records.count(studioId, id, after),
      this.dates.of(studioId, id, after),
    ]);
    const changes = await this.threads.run(studioId, 'diffOf', {
      before,
      after,
      names,
      language: replyLanguage(),
    });
    const labels = summaryNames(names);
    const touched = openRuns.flatMap(({ version, definition, stepId, runs }) => {
      const change = stepId && changeOf(definitionIn(definition), after, stepId);
      if (!change) return [];
      const step = findStep(definitionIn(definition).steps, stepId)?.step;
      return [
        { version, stepId, step: step ? titleOf(step, labels, replyLanguage()) : stepId, change, runs },
      ];
    });
    return {
      revision: workflow.draftRevision,
      publishable: isPublishable(problems),
      problems: problems.map(problemView),
      changes,
      runs: { live: openRuns.reduce((sum, { runs }) => sum + runs, 0), onChangedSteps: touched },
      records,
      coming,
    };
  }
}

/** The weightiest of what happens to a step: it goes, is another, or stands elsewhere. */
function changeOf(before: Definition, after: Definition, stepId: string) {
  const types = diffDefinitions(before, after).flatMap((change) =>
    'stepId' in change && change.stepId === stepId ? [change.type] : [],
  );
  return (['stepRemoved', 'stepChanged', 'stepMoved'] as const).find((type) => types.includes(type));
}
