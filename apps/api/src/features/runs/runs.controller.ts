import { Controller, Get, Param, Query, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, runs, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { RunsService } from './runs.service.js';

@ApiTags('Runs')
@Controller('api/v1/runs')
export class RunsController {
  constructor(private readonly service: RunsService) {}

  @Get()
  @Needs('automation:read')
  @Answers('listRuns', 'Runs, newest first', runs.runPage)
  list(@Asking() { studioId }: Caller, @Query({ schema: runs.runQuery }) query: runs.RunQuery) {
    return this.service.list(studioId, query);
  }

  @Sse('stream')
  @Needs('automation:read')
  @Answers('streamRuns', 'Server-sent events: `changed` whenever a run does, `alive` in between', null)
  stream(
    @Asking() { studioId }: Caller,
    @Query({ schema: runs.runStreamQuery }) { workflowId }: runs.RunStreamQuery,
  ) {
    return this.service.changes(studioId, workflowId);
  }

  @Get(':id')
  @Needs('automation:read')
  @Answers('getRun', 'One run: every step with its reasons', runs.runDetail)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }
}
