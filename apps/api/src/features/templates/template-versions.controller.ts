import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { idParam, templates, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Revision } from '../../platform/database/revision.js';
import { TemplateVersionsService } from './template-versions.service.js';

@ApiTags('Templates')
@Controller('api/v1/templates/:id')
export class TemplateVersionsController {
  constructor(private readonly service: TemplateVersionsService) {}

  @Get('versions')
  @RequirePermission('automation:read')
  @ApiAnswer('listTemplateVersions', 'Its versions, the newest first', templates.templateVersionList)
  versions(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.list(studioId, id);
  }

  @Get('versions/:number')
  @RequirePermission('automation:read')
  @ApiAnswer('getTemplateVersion', 'What it said', templates.templateVersion)
  version(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: templates.versionParam }) { id, number }: templates.VersionParam,
  ) {
    return this.service.get(studioId, id, number);
  }

  @Post('versions/:number/restore')
  @RequirePermission('automation:write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiAnswer('restoreTemplateVersion', 'The template, which says it again', templates.template, 201)
  restore(
    @CurrentCaller() { studioId, by }: Caller,
    @Param({ schema: templates.versionParam }) { id, number }: templates.VersionParam,
    @Revision() revision: number,
    @Body({ schema: templates.restoredVersion }) { liveRuns }: templates.RestoredVersion,
  ) {
    return this.service.restore(studioId, id, { number, revision, by: by.name, liveRuns });
  }

  @Get('used-in')
  @RequirePermission('automation:read')
  @ApiAnswer('getTemplateUse', 'The workflows and live runs that mail by it', templates.templateUse)
  usedIn(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.usedIn(studioId, id);
  }

  @Get('source')
  @RequirePermission('automation:read')
  @ApiAnswer(
    'getTemplateSource',
    'What it says as source; of one made of blocks, to go on in source',
    templates.templateSource,
  )
  source(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.source(studioId, id);
  }

  @Post('copy')
  @RequirePermission('automation:write')
  @ApiAnswer('copyTemplate', 'Another template that says the same', templates.template, 201)
  copy(
    @CurrentCaller() { studioId, by }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: templates.templateCopy }) { name }: templates.TemplateCopy,
  ) {
    return this.service.copy(studioId, id, { name, by: by.name });
  }
}
