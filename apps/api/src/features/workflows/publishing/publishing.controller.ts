import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, workflows, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../../platform/auth/caller.js';
import { IfMatch, Revision } from '../../../platform/database/revision.js';
import { ImpactService } from './impact.service.js';
import { PublishingService } from './publishing.service.js';

@ApiTags('Workflow versions')
@Controller('api/v1/workflows')
export class PublishingController {
  constructor(
    private readonly service: PublishingService,
    private readonly impact: ImpactService,
  ) {}

  @Get(':id/impact')
  @RequirePermission('automation:read')
  @ApiAnswer('getImpact', 'What publishing the draft would touch: it publishes nothing', workflows.impact)
  impactOf(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.impact.of(studioId, id);
  }

  @Post(':id/publish')
  @RequirePermission('automation:write')
  @IfMatch()
  @ApiAnswer('publishWorkflow', 'The workflow, its draft now a version', workflows.published)
  publish(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: workflows.publication }) body: workflows.Publication,
  ) {
    return this.service.publish(caller, id, revision, body);
  }
}
