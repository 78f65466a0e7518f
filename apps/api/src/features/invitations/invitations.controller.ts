import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, invitations, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('Members')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(private readonly service: InvitationsService) {}

  @Get()
  @Needs('studio:manage')
  @Answers(
    'listInvitations',
    'The invitations that nobody has accepted yet, newest first',
    invitations.invitationList,
  )
  list(@Asking() { studioId }: Caller) {
    return this.service.list(studioId);
  }

  @Post()
  @Needs('studio:manage')
  @Answers(
    'invite',
    'The invitation; its link is mailed to the address, and an earlier one ends. Nobody is a member before accepting it',
    invitations.invitation,
    201,
  )
  invite(
    @Asking() caller: Caller,
    @Body({ schema: invitations.newInvitation }) body: invitations.NewInvitation,
  ) {
    return this.service.invite(caller, body);
  }

  @Post(':id/resend')
  @Needs('studio:manage')
  @Answers('resendInvitation', 'The invitation, mailed again; the earlier link ends', invitations.invitation)
  resend(@Asking() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.resend(caller, id);
  }

  @Patch(':id')
  @Needs('studio:manage')
  @Answers('changeInvitationRole', 'The invitation with the new role', invitations.invitation)
  changeRole(
    @Asking() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: invitations.invitationPatch }) { role }: invitations.InvitationPatch,
  ) {
    return this.service.changeRole(caller, id, role);
  }

  @Delete(':id')
  @Needs('studio:manage')
  @Answers('revokeInvitation', 'The invitation that opens nothing any more', invitations.invitation)
  revoke(@Asking() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.revoke(caller, id);
  }
}
