import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { diffDefinitions, isPublishable, titleOf, findStep, type Definition } from '@cueline/workflows';
import { MatchingRecordsService } from './matching-records.service.js';
import { problemView } from './problem-places.js';
import { VersionsRepository } from './versions.repository.js';
import { changeViews, VersionsService } from './versions.service.js';
import { definitionIn, WorkflowViews } from './workflow-views.service.js';

/** What publishing the draft would touch. Nothing is changed. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly views: WorkflowViews,
    private readonly versions: VersionsService,
    private readonly repository: VersionsRepository,
    private readonly records: MatchingRecordsService,
  ) {}

  async of(studioId: string, id: string): Promise<workflows.Impact> {
    const workflow = await this.views.row(studioId, id);
    const after = definitionIn(workflow.draft);
    const [problems, before, words, standing, records] = await Promise.all([
      this.views.problems(studioId, workflow.draft, id),
      this.versions.definition(studioId, workflow, 'live'),
      this.views.words(studioId),
      this.repository.standingRuns(studioId, id),
      this.records.count(studioId, id, after),
    ]);
    const touched = standing.flatMap(({ version, definition, stepId, runs }) => {
      const change = stepId && changeOf(definitionIn(definition), after, stepId);
      if (!change) return [];
      const step = findStep(definitionIn(definition).steps, stepId)?.step;
      return [{ version, stepId, step: step ? titleOf(step, words) : stepId, change, runs }];
    });
    return {
      revision: workflow.draftRevision,
      publishable: isPublishable(problems),
      problems: problems.map(problemView),
      changes: changeViews({ before, after, words }),
      runs: { live: standing.reduce((sum, { runs }) => sum + runs, 0), onChangedSteps: touched },
      records,
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
