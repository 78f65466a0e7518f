import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, messages, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { MessagesService } from './messages.service.js';

@ApiTags('Messages')
@Controller('api/v1/messages')
export class MessagesController {
  constructor(private readonly service: MessagesService) {}

  @Get()
  @Needs('records:read')
  @Answers('listMessages', 'Mails in and out, newest first', messages.messagePage)
  list(
    @Asking() { studioId }: Caller,
    @Query({ schema: messages.messageQuery }) query: messages.MessageQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getMessage', 'One mail', messages.messageDetail)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }
}
