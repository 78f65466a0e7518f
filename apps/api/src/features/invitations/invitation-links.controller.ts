import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accounts } from '@cueline/contracts';
import type { FastifyReply } from 'fastify';
import { ApiAnswer } from '../../platform/api-answer.js';
import { Public } from '../../platform/auth/caller.js';
import { FromPlace, type ClientPlace } from '../../platform/auth/client-place.js';
import { InvitationLinksService } from './invitation-links.service.js';

/** What the holder of an invitation's link may do, signed in or not. */
@ApiTags('Account')
@Controller('api/v1/invitations')
export class InvitationLinksController {
  constructor(private readonly service: InvitationLinksService) {}

  @Post('open')
  @Public()
  @ApiAnswer(
    'openInvitation',
    'Who invites to which studio, and what accepting takes',
    accounts.openInvitation,
  )
  open(@FromPlace() from: ClientPlace, @Body({ schema: accounts.linkBody }) { token }: { token: string }) {
    return this.service.open(from, token);
  }

  @Post('accept')
  @Public()
  @ApiAnswer('acceptInvitation', 'The studio; a new account is signed in', accounts.accepted)
  async accept(
    @FromPlace() from: ClientPlace,
    @Body({ schema: accounts.acceptance }) body: accounts.Acceptance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<accounts.Accepted> {
    const { cookies, ...accepted } = await this.service.accept(from, body);
    void reply.header('set-cookie', cookies);
    return accepted;
  }
}
