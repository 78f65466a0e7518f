import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { handMails, timeline } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('Time line')
@Controller('api/v1/timeline')
export class TimelineController {
  constructor(private readonly service: TimelineService) {}

  @Get()
  @RequirePermission('automation:read')
  @ApiAnswer(
    'getTimeline',
    'Mails in and out, runs, tasks and notes of a record and of what belongs to it, newest first',
    timeline.timelinePage,
  )
  page(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: timeline.timelineQuery }) query: timeline.TimelineQuery,
  ) {
    return this.service.page(studioId, query);
  }

  @Get('under-way')
  @RequirePermission('automation:read')
  @ApiAnswer('getUnderWay', 'Mails about a record that are to leave, and its runs', timeline.underWay)
  underWay(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: handMails.mailStartQuery }) query: handMails.MailStartQuery,
  ) {
    return this.service.underWay(studioId, query);
  }
}
