import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accounts } from '@cueline/contracts';
import type { FastifyReply } from 'fastify';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, Public, type Caller } from '../../platform/caller.js';
import { FromPlace, type ClientPlace } from '../../platform/client-place.js';
import { PasswordsService } from './passwords.service.js';

@ApiTags('Account')
@Controller('api/v1')
export class PasswordsController {
  constructor(private readonly service: PasswordsService) {}

  @Post('me/password')
  @Needs('account:own')
  @Answers('changePassword', 'How many other sessions ended with the old password', accounts.ended)
  change(@Asking() caller: Caller, @Body({ schema: accounts.passwordChange }) body: accounts.PasswordChange) {
    return this.service.change(caller, body);
  }

  @Post('password-resets')
  @Public()
  @Answers(
    'requestPasswordReset',
    'The same whether there is such an account or not; a link is mailed to the address if there is',
    accounts.resetRequested,
    202,
  )
  request(
    @FromPlace() from: ClientPlace,
    @Body({ schema: accounts.resetRequest }) { email }: { email: string },
  ) {
    return this.service.request(from, email);
  }

  @Post('password-resets/open')
  @Public()
  @Answers('openPasswordReset', 'Whose password the link sets', accounts.openReset)
  open(@FromPlace() from: ClientPlace, @Body({ schema: accounts.linkBody }) { token }: { token: string }) {
    return this.service.open(from, token);
  }

  @Post('password-resets/use')
  @Public()
  @Answers('resetPassword', 'The password is set, and every session has ended', accounts.openReset)
  async reset(
    @FromPlace() from: ClientPlace,
    @Body({ schema: accounts.passwordReset }) body: { token: string; password: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<accounts.OpenReset> {
    const { cookie, ...done } = await this.service.reset(from, body);
    void reply.header('set-cookie', cookie);
    return done;
  }
}
