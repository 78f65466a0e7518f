import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, inquiries, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { InquiriesService } from './inquiries.service.js';

@ApiTags('Inquiries')
@Controller('api/v1/inquiries')
export class InquiriesController {
  constructor(private readonly service: InquiriesService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listInquiries', 'Inquiries, newest first', inquiries.inquiryPage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: inquiries.inquiryQuery }) query: inquiries.InquiryQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getInquiry', 'One inquiry', inquiries.inquiry)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createInquiry', 'The new inquiry; inquiry.received happens', inquiries.inquiry, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: inquiries.newInquiry }) body: inquiries.NewInquiry,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('records:write')
  @ApiAnswer('updateInquiry', 'The changed inquiry', inquiries.inquiry)
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: inquiries.inquiryPatch }) body: inquiries.InquiryPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
