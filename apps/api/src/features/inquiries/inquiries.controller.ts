import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, inquiries, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { InquiriesService } from './inquiries.service.js';

@ApiTags('Inquiries')
@Controller('api/v1/inquiries')
export class InquiriesController {
  constructor(private readonly service: InquiriesService) {}

  @Get()
  @Needs('records:read')
  @Answers('listInquiries', 'Inquiries, newest first', inquiries.inquiryPage)
  list(
    @Asking() { studioId }: Caller,
    @Query({ schema: inquiries.inquiryQuery }) query: inquiries.InquiryQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getInquiry', 'One inquiry', inquiries.inquiry)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Needs('records:write')
  @Repeatable()
  @Answers('createInquiry', 'The new inquiry; inquiry.received happens', inquiries.inquiry, 201)
  create(@Asking() { studioId }: Caller, @Body({ schema: inquiries.newInquiry }) body: inquiries.NewInquiry) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('records:write')
  @Answers('updateInquiry', 'The changed inquiry', inquiries.inquiry)
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: inquiries.inquiryPatch }) body: inquiries.InquiryPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
