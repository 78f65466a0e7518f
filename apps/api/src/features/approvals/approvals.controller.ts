import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { approvals, idParam, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { ApprovalsService } from './approvals.service.js';
import { ApprovalMailsService } from './approval-mails.service.js';

@ApiTags('Approvals')
@Controller('api/v1/approvals')
export class ApprovalsController {
  constructor(
    private readonly service: ApprovalsService,
    private readonly mails: ApprovalMailsService,
  ) {}

  @Get()
  @RequirePermission('automation:read')
  @ApiAnswer('listApprovals', 'What runs ask the studio, newest first', approvals.approvalPage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: approvals.approvalQuery }) query: approvals.ApprovalQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id/mail')
  @RequirePermission('automation:read')
  @ApiAnswer(
    'getApprovalMail',
    'The mail that is to be approved, as it would leave now',
    approvals.approvalMail,
  )
  mail(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.mails.show(studioId, id);
  }

  @Post(':id/preview')
  @RequirePermission('automation:read')
  @ApiAnswer(
    'previewApprovalMail',
    'The same mail in other words; nothing is kept',
    approvals.approvalMail,
    200,
  )
  preview(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: approvals.newApprovalMailPreview }) { mail }: approvals.NewApprovalMailPreview,
  ) {
    return this.mails.show(studioId, id, mail);
  }

  @Post(':id/approve')
  @RequirePermission('automation:write')
  @ApiAnswer('approve', 'The question or mail, approved; its run goes on', approvals.approval)
  approve(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: approvals.approving }) body: approvals.Approving,
  ) {
    return this.service.decide(caller, id, 'approved', body);
  }

  @Post(':id/decline')
  @RequirePermission('automation:write')
  @ApiAnswer(
    'decline',
    'The question, declined, or the mail not to be sent; its run goes on',
    approvals.approval,
  )
  decline(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: approvals.decision }) body: approvals.ApprovalDecision,
  ) {
    return this.service.decide(caller, id, 'declined', body);
  }
}
