import { Body, Controller, Delete, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accounts } from '@cueline/contracts';
import { readableAddress } from '@cueline/workflows/locale';
import type { FastifyReply } from 'fastify';
import { Answers } from '../../platform/answers.js';
import { Authentication } from '../../platform/authentication.js';
import { Asking, Needs, Public, type Caller } from '../../platform/caller.js';
import { FromPlace, type ClientPlace } from '../../platform/client-place.js';
import { SignIns } from '../../platform/sign-ins.js';
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
  @Answers('signIn', 'A session, in an httpOnly cookie', accounts.signedIn)
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
  @Answers('signOut', 'The session has ended, in every process', accounts.nothing)
  async signOut(@FromPlace() from: ClientPlace, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('set-cookie', await this.authentication.signOut(from));
    return {};
  }

  @Get('v1/me/sessions')
  @Needs('account:own')
  @Answers('listSessions', 'Where one is signed in, newest first', accounts.sessionList)
  list(@Asking() caller: Caller) {
    return this.service.list(caller);
  }

  @Delete('v1/me/sessions/:id')
  @Needs('account:own')
  @Answers('endSession', 'The session that has ended', accounts.session)
  end(@Asking() caller: Caller, @Param({ schema: accounts.sessionParam }) { id }: { id: string }) {
    return this.service.end(caller, id);
  }

  @Delete('v1/me/sessions')
  @Needs('account:own')
  @Answers('endOtherSessions', 'How many sessions have ended: all but the one that asks', accounts.ended)
  endOthers(@Asking() caller: Caller) {
    return this.service.endOthers(caller);
  }
}
