import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { idParam, templates, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Revision } from '../../platform/database/revision.js';
import { TemplatePreviewsService } from './template-previews.service.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('Templates')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    private readonly service: TemplatesService,
    private readonly previews: TemplatePreviewsService,
  ) {}

  @Get()
  @RequirePermission('automation:read')
  @ApiAnswer('listTemplates', 'Templates by name', templates.templateList)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: templates.templateQuery }) query: templates.TemplateQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('automation:read')
  @ApiAnswer('getTemplate', 'One template with its problems', templates.template)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post('preview')
  @RequirePermission('records:read')
  @ApiAnswer(
    'previewTemplate',
    'The mail that this template makes, and what is wrong with it',
    templates.templatePreview,
  )
  preview(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: templates.newPreview }) body: templates.NewPreview,
  ) {
    return this.previews.make(studioId, body);
  }

  @Post()
  @RequirePermission('automation:write')
  @ApiAnswer('createTemplate', 'The new template', templates.template, 201)
  create(
    @CurrentCaller() { studioId, by }: Caller,
    @Body({ schema: templates.newTemplate }) body: templates.NewTemplate,
  ) {
    return this.service.create(studioId, body, by.name);
  }

  @Patch(':id')
  @RequirePermission('automation:write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiAnswer('updateTemplate', 'The changed template', templates.template)
  update(
    @CurrentCaller() { studioId, by }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: templates.templatePatch }) patch: templates.TemplatePatch,
  ) {
    return this.service.update(studioId, id, revision, { by: by.name, patch });
  }
}
