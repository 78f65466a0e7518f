import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, workflows, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../../platform/auth/caller.js';
import { IfMatch, Revision } from '../../../platform/database/revision.js';
import { DraftsService } from './drafts.service.js';

@ApiTags('Workflows')
@Controller('api/v1/workflows')
export class DraftsController {
  constructor(private readonly service: DraftsService) {}

  @Post(':id/operations')
  @RequirePermission('automation:write')
  @IfMatch()
  @ApiAnswer('editWorkflow', 'The draft after the named edits', workflows.workflow)
  edit(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: workflows.operations }) body: workflows.Operations,
  ) {
    return this.service.edit(studioId, id, revision, body);
  }

  @Put(':id/draft')
  @RequirePermission('automation:write')
  @IfMatch()
  @ApiAnswer('replaceDraft', 'The workflow with the whole draft replaced', workflows.workflow)
  replace(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: workflows.draft }) body: workflows.Draft,
  ) {
    return this.service.replace(studioId, id, revision, body);
  }
}
