import { Inject, Injectable } from '@nestjs/common';
import { rehearsals } from '@cueline/contracts';
import { eventOf, rehearsalObstacles } from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import { Threads } from '../../platform/threads/threads.service.js';
import { TemplatesRepository } from '../templates/templates.repository.js';
import { placeOf } from '../workflows/views/problem-places.js';
import { templatesIn } from '../workflows/views/templates-in.js';
import { VersionsService } from '../workflows/versions/versions.service.js';
import { WorkflowViews } from '../workflows/views/workflow-views.service.js';
import { RehearsalRecords } from './rehearsal-record.service.js';

/** What a rehearsal is made of, loaded; it is made on a thread, with no connection of the database held. */
@Injectable()
export class RehearsalsService {
  constructor(
    private readonly views: WorkflowViews,
    private readonly versions: VersionsService,
    private readonly records: RehearsalRecords,
    private readonly templates: TemplatesRepository,
    private readonly threads: Threads,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async make(
    studioId: string,
    id: string,
    request: rehearsals.NewRehearsal,
  ): Promise<rehearsals.RehearsalView> {
    const workflow = await this.views.row(studioId, id);
    const definition = await this.versions.definition(studioId, workflow, request.version);
    const obstacles = rehearsalObstacles(definition);
    if (obstacles.length > 0)
      throw new ProblemError('workflow.notPublishable', undefined, {
        errors: obstacles.slice(0, 100).map((problem) => placeOf(problem, '')),
      });
    const event = eventOf(definition.trigger);
    const [record, names, templates] = await Promise.all([
      this.records.load(studioId, event, request.record, definition),
      this.views.names(studioId),
      this.templates.sources(studioId, templatesIn(definition)),
    ]);
    const input = {
      ...{ workflowId: id, definition, event, record, request, names },
      injectedEvents: rehearsals.injectedEventsOf(request.events),
      templates: new Map(templates.map((template) => [template.id, template])),
      webhookAllow: this.configuration.WEBHOOK_ALLOW,
      now: new Date().toISOString(),
      language: replyLanguage(),
    };
    return this.threads.run(studioId, 'rehearsedView', input, 'long');
  }
}
