import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, why, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { SendWhyService } from './send-why.service.js';
import { WhyService } from './why.service.js';

@ApiTags('Why')
@Controller('api/v1/why')
export class WhyController {
  constructor(
    private readonly service: WhyService,
    private readonly sends: SendWhyService,
  ) {}

  @Get()
  @RequirePermission('automation:read')
  @ApiAnswer(
    'explainClient',
    'What workflows did for a client or a record, and why not, newest first',
    why.whyAnswer,
  )
  answer(@CurrentCaller() { studioId }: Caller, @Query({ schema: why.whyQuery }) query: why.WhyQuery) {
    return this.service.answer(studioId, query);
  }

  @Get('sends/:id')
  @RequirePermission('automation:read')
  @ApiAnswer(
    'explainSend',
    'Why one mail was sent or not: what happened, the workflow, its decisions, and the facts that have changed since',
    why.sendWhy,
  )
  send(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.sends.answer(studioId, id);
  }
}
