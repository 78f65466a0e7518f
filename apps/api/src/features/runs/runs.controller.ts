import { Controller, Get, Param, Query, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, runs, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { RunsService } from './runs.service.js';

@ApiTags('Runs')
@Controller('api/v1/runs')
export class RunsController {
  constructor(private readonly service: RunsService) {}

  @Get()
  @RequirePermission('automation:read')
  @ApiAnswer('listRuns', 'Runs, newest first', runs.runPage)
  list(@CurrentCaller() { studioId }: Caller, @Query({ schema: runs.runQuery }) query: runs.RunQuery) {
    return this.service.list(studioId, query);
  }

  @Sse('stream')
  @RequirePermission('automation:read')
  @ApiAnswer('streamRuns', 'Server-sent events: `changed` whenever a run does, `alive` in between', null)
  stream(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: runs.runStreamQuery }) { workflowId }: runs.RunStreamQuery,
  ) {
    return this.service.changes(studioId, workflowId);
  }

  @Get(':id')
  @RequirePermission('automation:read')
  @ApiAnswer('getRun', 'One run: every step with its reasons', runs.runDetail)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }
}
