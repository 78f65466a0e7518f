import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accounts } from '@cueline/contracts';
import type { FastifyReply } from 'fastify';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, Public, type Caller } from '../../platform/auth/caller.js';
import { FromPlace, type ClientPlace } from '../../platform/auth/client-place.js';
import { PasswordsService } from './passwords.service.js';

@ApiTags('Account')
@Controller('api/v1')
export class PasswordsController {
  constructor(private readonly service: PasswordsService) {}

  @Post('me/password')
  @RequirePermission('account:own')
  @ApiAnswer('changePassword', 'How many other sessions ended with the old password', accounts.ended)
  change(
    @CurrentCaller() caller: Caller,
    @Body({ schema: accounts.passwordChange }) body: accounts.PasswordChange,
  ) {
    return this.service.change(caller, body);
  }

  @Post('password-resets')
  @Public()
  @ApiAnswer(
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
  @ApiAnswer('openPasswordReset', 'Whose password the link sets', accounts.openReset)
  open(@FromPlace() from: ClientPlace, @Body({ schema: accounts.linkBody }) { token }: { token: string }) {
    return this.service.open(from, token);
  }

  @Post('password-resets/use')
  @Public()
  @ApiAnswer('resetPassword', 'The password is set, and every session has ended', accounts.openReset)
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
