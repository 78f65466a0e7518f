import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { backtests, idParam, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { BacktestsService } from './backtests.service.js';

@ApiTags('Workflows')
@Controller('api/v1/workflows/:id/backtests')
export class BacktestsController {
  constructor(private readonly service: BacktestsService) {}

  @Post()
  @RequirePermission('automation:read')
  @ApiAnswer(
    'backtestWorkflow',
    'What the workflow would have done with what happened, beside what was sent; nothing is sent or changed',
    backtests.backtest,
    200,
  )
  make(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: backtests.newBacktest }) body: backtests.NewBacktest,
  ) {
    return this.service.make(studioId, id, body);
  }
}
