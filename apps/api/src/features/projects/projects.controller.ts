import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, projects, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { ProjectsService } from './projects.service.js';

@ApiTags('Projects')
@Controller('api/v1/projects')
export class ProjectsController {
  constructor(private readonly service: ProjectsService) {}

  @Get()
  @Needs('records:read')
  @Answers('listProjects', 'Projects, newest first', projects.projectPage)
  list(
    @Asking() { studioId }: Caller,
    @Query({ schema: projects.projectQuery }) query: projects.ProjectQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getProject', 'One project', projects.project)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Needs('records:write')
  @Repeatable()
  @Answers('createProject', 'The new project', projects.project, 201)
  create(@Asking() { studioId }: Caller, @Body({ schema: projects.newProject }) body: projects.NewProject) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('records:write')
  @Answers(
    'updateProject',
    'The changed project; project.stage_changed happens when its stage is another',
    projects.project,
  )
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: projects.projectPatch }) body: projects.ProjectPatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/deliver-gallery')
  @Needs('records:write')
  @Answers('deliverGallery', 'The project with its gallery; gallery.delivered happens', projects.project)
  deliver(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: projects.gallery }) body: projects.Gallery,
  ) {
    return this.service.deliver(studioId, id, body);
  }
}
