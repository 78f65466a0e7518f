import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, projects, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { ProjectsService } from './projects.service.js';

@ApiTags('Projects')
@Controller('api/v1/projects')
export class ProjectsController {
  constructor(private readonly service: ProjectsService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listProjects', 'Projects, newest first', projects.projectPage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: projects.projectQuery }) query: projects.ProjectQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getProject', 'One project', projects.project)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createProject', 'The new project', projects.project, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: projects.newProject }) body: projects.NewProject,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('records:write')
  @ApiAnswer(
    'updateProject',
    'The changed project; project.stage_changed happens when its stage is another',
    projects.project,
  )
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: projects.projectPatch }) body: projects.ProjectPatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/deliver-gallery')
  @RequirePermission('records:write')
  @ApiAnswer('deliverGallery', 'The project with its gallery; gallery.delivered happens', projects.project)
  deliver(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: projects.gallery }) body: projects.Gallery,
  ) {
    return this.service.deliver(studioId, id, body);
  }
}
