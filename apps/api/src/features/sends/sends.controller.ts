import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, sends, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { SendsService } from './sends.service.js';

@ApiTags('Sends')
@Controller('api/v1/sends')
export class SendsController {
  constructor(private readonly service: SendsService) {}

  @Get()
  @RequirePermission('automation:read')
  @ApiAnswer('listSends', 'Outgoing mails, newest first, each with the reason why it is so', sends.sendPage)
  list(@CurrentCaller() { studioId }: Caller, @Query({ schema: sends.sendQuery }) query: sends.SendQuery) {
    return this.service.list(studioId, query);
  }

  @Get('holds')
  @RequirePermission('automation:read')
  @ApiAnswer('listHolds', 'Why mails are held, one entry for those that go on together', sends.holds)
  holds(@CurrentCaller() { studioId }: Caller) {
    return this.service.holds(studioId);
  }

  @Get(':id')
  @RequirePermission('automation:read')
  @ApiAnswer('getSend', 'One outgoing mail, with the times of its states', sends.sendDetail)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post(':id/decide')
  @Idempotent()
  @RequirePermission('automation:write')
  @ApiAnswer(
    'decideSend',
    'A mail in doubt was sent, or is sent again under the same Message-ID; its run goes on',
    sends.sendDetail,
  )
  decide(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: sends.doubtDecision }) body: sends.DoubtDecision,
  ) {
    return this.service.decide(caller, id, body);
  }

  @Post('release')
  @Idempotent()
  @RequirePermission('automation:write')
  @ApiAnswer(
    'releaseSends',
    'Held mails go on and scheduled ones leave now, the earliest first; of those whose account does not work one is tried at once, and the others follow when it was taken',
    sends.sendsChanged,
  )
  release(@CurrentCaller() caller: Caller, @Body({ schema: sends.sendChoice }) choice: sends.SendChoice) {
    return this.service.release(caller, choice);
  }

  @Post('skip')
  @Idempotent()
  @RequirePermission('automation:write')
  @ApiAnswer(
    'skipSends',
    'Held and scheduled mails are not sent; their runs go on without them. One that a mail server has in hand can’t be called back',
    sends.sendsChanged,
  )
  skip(@CurrentCaller() caller: Caller, @Body({ schema: sends.sendChoice }) choice: sends.SendChoice) {
    return this.service.skip(caller, choice);
  }
}
