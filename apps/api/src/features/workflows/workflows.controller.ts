import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, workflows, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { WorkflowsService } from './workflows.service.js';

@ApiTags('Workflows')
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(private readonly service: WorkflowsService) {}

  @Get()
  @Needs('automation:read')
  @Answers('listWorkflows', 'Workflows by name', workflows.workflowList)
  list(
    @Asking() { studioId }: Caller,
    @Query({ schema: workflows.workflowQuery }) query: workflows.WorkflowQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Post()
  @Needs('automation:write')
  @Answers('createWorkflow', 'The new workflow, empty', workflows.workflow, 201)
  create(
    @Asking() { studioId }: Caller,
    @Body({ schema: workflows.newWorkflow }) body: workflows.NewWorkflow,
  ) {
    return this.service.create(studioId, body);
  }

  @Get(':id')
  @Needs('automation:read')
  @Answers('getWorkflow', 'One workflow with its draft and all problems', workflows.workflow)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Patch(':id')
  @Needs('automation:write')
  @Answers('updateWorkflow', 'The renamed workflow', workflows.workflow)
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: workflows.workflowPatch }) body: workflows.WorkflowPatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/pause')
  @Needs('automation:write')
  @Answers(
    'pauseWorkflow',
    'The paused workflow: it starts no new runs, and holds those that are open',
    workflows.workflow,
  )
  pause(@Asking() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.pause(caller, id);
  }

  @Post(':id/resume')
  @Needs('automation:write')
  @Answers('resumeWorkflow', 'The workflow, starting runs again; those it held go on', workflows.workflow)
  resume(@Asking() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.resume(caller, id);
  }

  @Post(':id/archive')
  @Needs('automation:write')
  @Answers(
    'archiveWorkflow',
    'The archived workflow; its open runs go on to their end, unless they are to be stopped',
    workflows.workflow,
  )
  archive(
    @Asking() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: workflows.archival }) body: workflows.Archival,
  ) {
    return this.service.archive(caller, id, body);
  }

  @Post(':id/unarchive')
  @Needs('automation:write')
  @Answers(
    'unarchiveWorkflow',
    'The workflow: paused if it was ever published, else a draft',
    workflows.workflow,
  )
  unarchive(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.unarchive(studioId, id);
  }
}
