import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sends } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { SendsService } from './sends.service.js';

@ApiTags('Sends')
@Controller('api/v1/sends')
export class SendsController {
  constructor(private readonly service: SendsService) {}

  @Get()
  @Needs('automation:read')
  @Answers('listSends', 'Outgoing mails, newest first, each with the reason why it is so', sends.sendPage)
  list(@Asking() { studioId }: Caller, @Query({ schema: sends.sendQuery }) query: sends.SendQuery) {
    return this.service.list(studioId, query);
  }

  @Get('holds')
  @Needs('automation:read')
  @Answers('listHolds', 'Why mails are held, one entry for those that go on together', sends.holds)
  holds(@Asking() { studioId }: Caller) {
    return this.service.holds(studioId);
  }

  @Post('release')
  @Repeatable()
  @Needs('automation:write')
  @Answers(
    'releaseSends',
    'Held mails go on, the earliest first; of those whose account does not work one is tried at once, and the others follow when it was taken',
    sends.heldChanged,
  )
  release(@Asking() caller: Caller, @Body({ schema: sends.heldChoice }) choice: sends.HeldChoice) {
    return this.service.release(caller, choice);
  }

  @Post('skip')
  @Repeatable()
  @Needs('automation:write')
  @Answers('skipSends', 'Held mails are not sent; their runs go on without them', sends.heldChanged)
  skip(@Asking() caller: Caller, @Body({ schema: sends.heldChoice }) choice: sends.HeldChoice) {
    return this.service.skip(caller, choice);
  }
}
