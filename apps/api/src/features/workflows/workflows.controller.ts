import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { idParam, workflows, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Revision } from '../../platform/revision.js';
import { WorkflowsService } from './workflows.service.js';

const IfMatch = () =>
  ApiHeader({ name: 'If-Match', required: true, description: 'The revision you last saw' });

@ApiTags('Workflows')
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(private readonly service: WorkflowsService) {}

  @Get()
  @Needs('automation:read')
  @Answers('listWorkflows', 'All workflows by name', workflows.workflowList)
  list(@Asking() { studioId }: Caller) {
    return this.service.list(studioId);
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

  @Post(':id/operations')
  @Needs('automation:write')
  @IfMatch()
  @Answers('editWorkflow', 'The draft after the named edits', workflows.workflow)
  edit(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: workflows.operations }) body: workflows.Operations,
  ) {
    return this.service.edit(studioId, id, revision, body);
  }

  @Put(':id/draft')
  @Needs('automation:write')
  @IfMatch()
  @Answers('replaceDraft', 'The workflow with the whole draft replaced', workflows.workflow)
  replace(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: workflows.draft }) body: workflows.Draft,
  ) {
    return this.service.replace(studioId, id, revision, body);
  }

  @Post(':id/publish')
  @Needs('automation:write')
  @IfMatch()
  @Answers('publishWorkflow', 'The workflow, its draft now a version', workflows.workflow)
  publish(
    @Asking() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: workflows.publication }) body: workflows.Publication,
  ) {
    return this.service.publish(caller, id, revision, body);
  }

  @Post(':id/pause')
  @Needs('automation:write')
  @Answers('pauseWorkflow', 'The paused workflow: it starts no new runs', workflows.workflow)
  pause(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.pause(studioId, id);
  }

  @Post(':id/resume')
  @Needs('automation:write')
  @Answers('resumeWorkflow', 'The workflow, starting runs again', workflows.workflow)
  resume(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.resume(studioId, id);
  }

  @Post(':id/archive')
  @Needs('automation:write')
  @Answers('archiveWorkflow', 'The archived workflow', workflows.workflow)
  archive(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.archive(studioId, id);
  }

  @Get(':id/versions')
  @Needs('automation:read')
  @Answers('listVersions', 'The published versions, newest first', workflows.versionList)
  versions(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.versions(studioId, id);
  }
}
