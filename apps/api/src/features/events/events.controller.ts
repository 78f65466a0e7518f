import { Body, Controller, Get, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { events } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { CloudEventInterceptor } from './cloud-event.interceptor.js';
import { EventsService } from './events.service.js';

@ApiTags('Events')
@Controller('api/v1/events')
export class EventsController {
  constructor(private readonly service: EventsService) {}

  @Post()
  @RequirePermission('events:write')
  @UseInterceptors(CloudEventInterceptor)
  @ApiConsumes('application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json')
  @ApiAnswer(
    'recordEvents',
    'The events, each recorded once; a repeat is a duplicate. A batch is recorded as a whole or not at all. Binary mode (`ce-` headers) is read as well',
    events.acceptedEvents,
    202,
  )
  accept(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: events.eventIntake }) body: events.CloudEvent | events.CloudEvent[],
  ) {
    return this.service.accept(studioId, body);
  }

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listEvents', 'Events, newest first, with what each started or why not', events.eventPage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: events.eventQuery }) query: events.EventQuery,
  ) {
    return this.service.list(studioId, query);
  }
}
