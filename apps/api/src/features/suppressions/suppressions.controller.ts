import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, suppressions, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { SuppressionsService } from './suppressions.service.js';

@ApiTags('Don’t-email list')
@Controller('api/v1/suppressions')
export class SuppressionsController {
  constructor(private readonly service: SuppressionsService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer(
    'listSuppressions',
    'Addresses that get no mail, or no marketing mail, newest first, each with its reason',
    suppressions.suppressionPage,
  )
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: suppressions.suppressionQuery }) query: suppressions.SuppressionQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getSuppression', 'One entry of the list', suppressions.suppression)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer(
    'addSuppression',
    'The entry; mail that is queued for the address does not leave any more',
    suppressions.suppression,
    201,
  )
  add(
    @CurrentCaller() caller: Caller,
    @Body({ schema: suppressions.newSuppression }) body: suppressions.NewSuppression,
  ) {
    return this.service.add(caller, body);
  }

  @Post(':id/remove')
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer(
    'removeSuppression',
    'The entry with who removed it; it keeps no mail any more',
    suppressions.suppression,
  )
  remove(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: suppressions.suppressionRemoval }) body: suppressions.SuppressionRemoval,
  ) {
    return this.service.remove(caller, id, body);
  }
}
