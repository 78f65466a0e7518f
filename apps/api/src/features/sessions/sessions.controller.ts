import { Body, Controller, Delete, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accounts } from '@cueline/contracts';
import { readableAddress } from '@cueline/workflows/locale';
import type { FastifyReply } from 'fastify';
import { ApiAnswer } from '../../platform/api-answer.js';
import { Authentication } from '../../platform/auth/authentication.js';
import { CurrentCaller, RequirePermission, Public, type Caller } from '../../platform/auth/caller.js';
import { FromPlace, type ClientPlace } from '../../platform/auth/client-place.js';
import { SignIns } from '../../platform/auth/sign-ins.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('Account')
@Controller('api')
export class SessionsController {
  constructor(
    private readonly service: SessionsService,
    private readonly signIns: SignIns,
    private readonly authentication: Authentication,
  ) {}

  @Post('auth/sign-in/email')
  @Public()
  @ApiAnswer('signIn', 'A session, in an httpOnly cookie', accounts.signedIn)
  async signIn(
    @FromPlace() from: ClientPlace,
    @Body({ schema: accounts.signIn }) { email, password }: accounts.SignIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('set-cookie', await this.signIns.signIn(from, email, password));
    return { user: { email: readableAddress(email) } };
  }

  @Post('auth/sign-out')
  @Public()
  @ApiAnswer('signOut', 'The session has ended, in every process', accounts.nothing)
  async signOut(@FromPlace() from: ClientPlace, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('set-cookie', await this.authentication.signOut(from));
    return {};
  }

  @Get('v1/me/sessions')
  @RequirePermission('account:own')
  @ApiAnswer('listSessions', 'Where one is signed in, newest first', accounts.sessionList)
  list(@CurrentCaller() caller: Caller) {
    return this.service.list(caller);
  }

  @Delete('v1/me/sessions/:id')
  @RequirePermission('account:own')
  @ApiAnswer('endSession', 'The session that has ended', accounts.session)
  end(@CurrentCaller() caller: Caller, @Param({ schema: accounts.sessionParam }) { id }: { id: string }) {
    return this.service.end(caller, id);
  }

  @Delete('v1/me/sessions')
  @RequirePermission('account:own')
  @ApiAnswer('endOtherSessions', 'How many sessions have ended: all but the one that asks', accounts.ended)
  endOthers(@CurrentCaller() caller: Caller) {
    return this.service.endOthers(caller);
  }
}
