import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { why } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { WhyService } from './why.service.js';

@ApiTags('Why')
@Controller('api/v1/why')
export class WhyController {
  constructor(private readonly service: WhyService) {}

  @Get()
  @Needs('automation:read')
  @Answers(
    'explainClient',
    'What workflows did for a client or a record, and why not, newest first',
    why.whyAnswer,
  )
  answer(@Asking() { studioId }: Caller, @Query({ schema: why.whyQuery }) query: why.WhyQuery) {
    return this.service.answer(studioId, query);
  }
}
