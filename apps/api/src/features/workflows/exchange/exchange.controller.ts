import { Body, Controller, Get, Header, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, workflows, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../../platform/auth/caller.js';
import { IfMatch, Revision } from '../../../platform/database/revision.js';
import { ExchangeService } from './exchange.service.js';

@ApiTags('Workflows as files')
@Controller('api/v1/workflows')
export class ExchangeController {
  constructor(private readonly service: ExchangeService) {}

  @Get(':id/export')
  @RequirePermission('automation:read')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiAnswer(
    'exportWorkflow',
    'The workflow as a file: the same bytes for the same workflow',
    workflows.document,
  )
  export(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Query({ schema: workflows.exportQuery }) query: workflows.ExportQuery,
  ) {
    return this.service.export(studioId, id, query);
  }

  @Post('import')
  @RequirePermission('automation:write')
  @ApiAnswer(
    'importWorkflow',
    'A new workflow made from the file, with its problems',
    workflows.workflow,
    201,
  )
  import(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: workflows.document }) body: workflows.Document,
  ) {
    return this.service.import(studioId, body);
  }

  @Put(':id/import')
  @RequirePermission('automation:write')
  @IfMatch()
  @ApiAnswer('importDraft', 'The workflow with name, description and draft from the file', workflows.workflow)
  importInto(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: workflows.document }) body: workflows.Document,
  ) {
    return this.service.importInto(studioId, id, revision, body);
  }
}
