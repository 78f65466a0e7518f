import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, smtpAccounts, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { SignInsService } from './sign-ins.service.js';

@ApiTags('Email accounts')
@Controller('api/v1/smtp-accounts')
export class SignInsController {
  constructor(private readonly service: SignInsService) {}

  @Post('sign-ins')
  @RequirePermission('studio:manage')
  @ApiAnswer('beginMailSignIn', 'Where to sign in at the provider of a new account', smtpAccounts.signIn)
  begin(
    @CurrentCaller() caller: Caller,
    @Body({ schema: smtpAccounts.newSignIn }) body: smtpAccounts.NewSignIn,
  ) {
    return this.service.begin(caller, body);
  }

  @Post('sign-ins/finish')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'finishMailSignIn',
    'The account that the sign-in opens; what waited for it goes on',
    smtpAccounts.smtpAccount,
  )
  finish(
    @CurrentCaller() caller: Caller,
    @Body({ schema: smtpAccounts.signInAnswer }) body: smtpAccounts.SignInAnswer,
  ) {
    return this.service.finish(caller, body);
  }

  @Post(':id/sign-ins')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'repeatMailSignIn',
    'Where to sign in again for an account whose sign-in has expired',
    smtpAccounts.signIn,
  )
  again(@CurrentCaller() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.again(caller, id);
  }
}
