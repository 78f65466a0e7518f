import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, workflows, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { WorkflowsService } from './workflows.service.js';

@ApiTags('Workflows')
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(private readonly service: WorkflowsService) {}

  @Get()
  @RequirePermission('automation:read')
  @ApiAnswer('listWorkflows', 'Workflows by name', workflows.workflowList)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: workflows.workflowQuery }) query: workflows.WorkflowQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Post()
  @RequirePermission('automation:write')
  @ApiAnswer('createWorkflow', 'The new workflow, empty', workflows.workflow, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: workflows.newWorkflow }) body: workflows.NewWorkflow,
  ) {
    return this.service.create(studioId, body);
  }

  @Get(':id')
  @RequirePermission('automation:read')
  @ApiAnswer('getWorkflow', 'One workflow with its draft and all problems', workflows.workflow)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Patch(':id')
  @RequirePermission('automation:write')
  @ApiAnswer('updateWorkflow', 'The renamed workflow', workflows.workflow)
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: workflows.workflowPatch }) body: workflows.WorkflowPatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/pause')
  @RequirePermission('automation:write')
  @ApiAnswer(
    'pauseWorkflow',
    'The paused workflow: it starts no new runs, and pauses those that are open',
    workflows.workflow,
  )
  pause(@CurrentCaller() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.pause(caller, id);
  }

  @Post(':id/resume')
  @RequirePermission('automation:write')
  @ApiAnswer('resumeWorkflow', 'The workflow, starting runs again; those it paused go on', workflows.workflow)
  resume(@CurrentCaller() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.resume(caller, id);
  }

  @Post(':id/archive')
  @RequirePermission('automation:write')
  @ApiAnswer(
    'archiveWorkflow',
    'The archived workflow; its open runs go on to their end, unless they are to be stopped',
    workflows.workflow,
  )
  archive(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: workflows.archival }) body: workflows.Archival,
  ) {
    return this.service.archive(caller, id, body);
  }

  @Post(':id/unarchive')
  @RequirePermission('automation:write')
  @ApiAnswer(
    'unarchiveWorkflow',
    'The workflow: paused if it was ever published, else a draft',
    workflows.workflow,
  )
  unarchive(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.unarchive(studioId, id);
  }
}
