import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, rehearsals, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { RehearsalsService } from './rehearsals.service.js';

@ApiTags('Workflows')
@Controller('api/v1/workflows/:id/rehearsals')
export class RehearsalsController {
  constructor(private readonly service: RehearsalsService) {}

  @Post()
  @RequirePermission('automation:read')
  @ApiAnswer(
    'rehearseWorkflow',
    'What would happen, when and why; nothing is sent or changed',
    rehearsals.rehearsal,
    200,
  )
  make(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: rehearsals.newRehearsal }) body: rehearsals.NewRehearsal,
  ) {
    return this.service.make(studioId, id, body);
  }
}
