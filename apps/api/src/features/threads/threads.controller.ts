import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, threads, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { AnswersService } from './answers.service.js';
import { ThreadsService } from './threads.service.js';

@ApiTags('Conversations')
@Controller('api/v1/threads')
export class ThreadsController {
  constructor(private readonly service: ThreadsService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listThreads', 'Conversations, the latest first', threads.threadPage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: threads.threadQuery }) query: threads.ThreadQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get('counts')
  @RequirePermission('records:read')
  @ApiAnswer('countThreads', 'How many there are, and how many wait for somebody', threads.threadCounts)
  counts(@CurrentCaller() { studioId }: Caller) {
    return this.service.counts(studioId);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getThread', 'A conversation with its emails, the first one first', threads.threadDetail)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post(':id/links')
  @RequirePermission('records:write')
  @ApiAnswer(
    'linkThread',
    'The conversation, which belongs to the record from now on, with the emails that come',
    threads.threadDetail,
    200,
  )
  link(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: threads.newLink }) body: threads.NewLink,
  ) {
    return this.service.link(caller, id, body);
  }

  @Delete(':id/links/:recordId')
  @RequirePermission('records:write')
  @ApiAnswer(
    'unlinkThread',
    'The conversation, which does not belong to the record, whatever rules say',
    threads.threadDetail,
  )
  unlink(
    @CurrentCaller() caller: Caller,
    @Param({ schema: threads.threadLinkParam }) { id, recordId }: threads.ThreadLinkParam,
  ) {
    return this.service.unlink(caller, id, recordId);
  }

  @Post(':id/question')
  @RequirePermission('records:write')
  @ApiAnswer(
    'answerThreadQuestion',
    'The conversation, about which nothing is asked any more',
    threads.threadDetail,
    200,
  )
  answer(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: threads.questionAnswer }) { record }: threads.QuestionAnswer,
  ) {
    return this.service.answer(caller, id, record);
  }

  @Post(':id/merge')
  @RequirePermission('records:write')
  @ApiAnswer('mergeThread', 'The conversation that holds the emails of both', threads.threadDetail, 200)
  merge(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: threads.threadMerge }) { into }: threads.ThreadMerge,
  ) {
    return this.service.merge(studioId, id, into);
  }

  @Post(':id/split')
  @RequirePermission('records:write')
  @ApiAnswer(
    'splitThread',
    'The new conversation: the email, and those that came after it',
    threads.threadDetail,
    200,
  )
  split(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: threads.threadSplit }) { messageId }: threads.ThreadSplit,
  ) {
    return this.service.split(studioId, id, messageId);
  }

  @Post(':id/contact')
  @RequirePermission('records:write')
  @ApiAnswer(
    'answerNewContact',
    'The conversation, whose other person is a client or stays nobody',
    threads.threadDetail,
    200,
  )
  contact(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: threads.contactAnswer }) body: threads.ContactAnswer,
  ) {
    return this.service.contact(caller, id, body);
  }
}

@ApiTags('Conversations')
@Controller('api/v1/messages')
export class AnswersController {
  constructor(private readonly service: AnswersService) {}

  @Get(':id/answer')
  @RequirePermission('mail:write')
  @ApiAnswer(
    'startAnswer',
    'To whom an answer goes, under which subject, and what it quotes',
    threads.answerStart,
  )
  start(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Query({ schema: threads.answerStartQuery }) { kind }: threads.AnswerStartQuery,
  ) {
    return this.service.start(studioId, id, kind);
  }
}
