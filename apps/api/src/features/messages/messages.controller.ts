import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, messages, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { MessagesService } from './messages.service.js';

@ApiTags('Messages')
@Controller('api/v1/messages')
export class MessagesController {
  constructor(private readonly service: MessagesService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listMessages', 'Mails in and out, newest first', messages.messagePage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: messages.messageQuery }) query: messages.MessageQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getMessage', 'One mail', messages.messageDetail)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }
}
