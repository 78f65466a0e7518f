import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { approvals, idParam, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { ApprovalsService } from './approvals.service.js';

@ApiTags('Approvals')
@Controller('api/v1/approvals')
export class ApprovalsController {
  constructor(private readonly service: ApprovalsService) {}

  @Get()
  @Needs('automation:read')
  @Answers('listApprovals', 'What runs ask the studio, newest first', approvals.approvalPage)
  list(
    @Asking() { studioId }: Caller,
    @Query({ schema: approvals.approvalQuery }) query: approvals.ApprovalQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Post(':id/approve')
  @Needs('automation:write')
  @Answers('approve', 'The question, approved; its run goes on', approvals.approval)
  approve(
    @Asking() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: approvals.decision }) body: approvals.ApprovalDecision,
  ) {
    return this.service.decide(caller, id, 'approved', body);
  }

  @Post(':id/decline')
  @Needs('automation:write')
  @Answers('decline', 'The question, declined; its run goes on', approvals.approval)
  decline(
    @Asking() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: approvals.decision }) body: approvals.ApprovalDecision,
  ) {
    return this.service.decide(caller, id, 'declined', body);
  }
}
