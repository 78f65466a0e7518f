import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, workflows, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../../platform/auth/caller.js';
import { IfMatch, Revision } from '../../../platform/database/revision.js';
import { VersionsService } from './versions.service.js';

@ApiTags('Workflow versions')
@Controller('api/v1/workflows')
export class VersionsController {
  constructor(private readonly service: VersionsService) {}

  @Get(':id/versions')
  @RequirePermission('automation:read')
  @ApiAnswer('listVersions', 'The published versions, newest first', workflows.versionList)
  list(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.list(studioId, id);
  }

  @Get(':id/versions/diff')
  @RequirePermission('automation:read')
  @ApiAnswer('compareVersions', 'What changed between two versions, in sentences', workflows.versionDiff)
  diff(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Query({ schema: workflows.diffQuery }) query: workflows.DiffQuery,
  ) {
    return this.service.diff(studioId, id, query);
  }

  @Get(':id/versions/:number')
  @RequirePermission('automation:read')
  @ApiAnswer('getVersion', 'One version with its definition', workflows.versionDetail)
  get(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: workflows.versionParam }) { id, number }: workflows.VersionParam,
  ) {
    return this.service.get(studioId, id, number);
  }

  @Post(':id/versions/:number/restore')
  @RequirePermission('automation:write')
  @IfMatch()
  @ApiAnswer('restoreVersion', 'The workflow, its draft as it was in this version', workflows.workflow)
  restore(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: workflows.versionParam }) { id, number }: workflows.VersionParam,
    @Revision() revision: number,
  ) {
    return this.service.restore(studioId, id, number, revision);
  }
}
