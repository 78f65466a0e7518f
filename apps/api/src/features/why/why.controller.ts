import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { why } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { WhyService } from './why.service.js';

@ApiTags('Why')
@Controller('api/v1/why')
export class WhyController {
  constructor(private readonly service: WhyService) {}

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
}
