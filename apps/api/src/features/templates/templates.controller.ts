import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { idParam, templates, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Revision } from '../../platform/revision.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('Templates')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(private readonly service: TemplatesService) {}

  @Get()
  @Needs('automation:read')
  @Answers('listTemplates', 'All templates by name', templates.templateList)
  list(@Asking() { studioId }: Caller) {
    return this.service.list(studioId);
  }

  @Get(':id')
  @Needs('automation:read')
  @Answers('getTemplate', 'One template with its problems', templates.template)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Get(':id/preview')
  @Needs('automation:read')
  @Answers('previewTemplate', 'The template filled in with sample data', templates.preview)
  preview(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Query({ schema: templates.previewQuery }) { event }: templates.PreviewQuery,
  ) {
    return this.service.preview(studioId, id, event);
  }

  @Post()
  @Needs('automation:write')
  @Answers('createTemplate', 'The new template', templates.template, 201)
  create(
    @Asking() { studioId }: Caller,
    @Body({ schema: templates.newTemplate }) body: templates.NewTemplate,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('automation:write')
  @ApiHeader({ name: 'If-Match', required: true })
  @Answers('updateTemplate', 'The changed template', templates.template)
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: templates.templatePatch }) body: templates.TemplatePatch,
  ) {
    return this.service.update(studioId, id, revision, body);
  }
}
