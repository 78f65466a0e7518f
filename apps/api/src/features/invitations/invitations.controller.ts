import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, invitations, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('Members')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(private readonly service: InvitationsService) {}

  @Get()
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'listInvitations',
    'The invitations that nobody has accepted yet, newest first',
    invitations.invitationList,
  )
  list(@CurrentCaller() { studioId }: Caller) {
    return this.service.list(studioId);
  }

  @Post()
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'invite',
    'The invitation; its link is mailed to the address, and an earlier one ends. Nobody is a member before accepting it',
    invitations.invitation,
    201,
  )
  invite(
    @CurrentCaller() caller: Caller,
    @Body({ schema: invitations.newInvitation }) body: invitations.NewInvitation,
  ) {
    return this.service.invite(caller, body);
  }

  @Post(':id/resend')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'resendInvitation',
    'The invitation, mailed again; the earlier link ends',
    invitations.invitation,
  )
  resend(@CurrentCaller() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.resend(caller, id);
  }

  @Patch(':id')
  @RequirePermission('studio:manage')
  @ApiAnswer('changeInvitationRole', 'The invitation with the new role', invitations.invitation)
  changeRole(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: invitations.invitationPatch }) { role }: invitations.InvitationPatch,
  ) {
    return this.service.changeRole(caller, id, role);
  }

  @Delete(':id')
  @RequirePermission('studio:manage')
  @ApiAnswer('revokeInvitation', 'The invitation that opens nothing any more', invitations.invitation)
  revoke(@CurrentCaller() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.revoke(caller, id);
  }
}
