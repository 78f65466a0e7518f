import { Body, Controller, Delete, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, members, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { MembersService } from './members.service.js';

@ApiTags('Members')
@Controller('api/v1/members')
export class MembersController {
  constructor(private readonly service: MembersService) {}

  @Get()
  @RequirePermission('studio:manage')
  @ApiAnswer('listMembers', 'Everybody who can sign in to the studio', members.memberList)
  list(@CurrentCaller() caller: Caller) {
    return this.service.list(caller);
  }

  @Patch(':id')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'changeMemberRole',
    'The member with the new role; invitations that reach further than it end',
    members.member,
  )
  changeRole(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: members.memberPatch }) { role }: members.MemberPatch,
  ) {
    return this.service.changeRole(caller, id, role);
  }

  @Delete(':id')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'removeMember',
    'The one who is a member no more; invitations by this member end',
    members.member,
  )
  remove(@CurrentCaller() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.remove(caller, id);
  }
}
