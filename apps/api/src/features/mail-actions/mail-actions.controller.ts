import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, mailActions, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { MailActionsService } from './mail-actions.service.js';

@ApiTags('Email actions')
@Controller('api/v1/mail-actions')
export class MailActionsController {
  constructor(private readonly service: MailActionsService) {}

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer(
    'actOnMail',
    'What is asked of the mail server: shown at once, carried out in a moment, and said here what came of it',
    mailActions.mailActionDone,
    201,
  )
  act(
    @CurrentCaller() caller: Caller,
    @Body({ schema: mailActions.newMailAction }) body: mailActions.NewMailAction,
  ) {
    return this.service.act(caller, body);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getMailAction', 'What has come of it', mailActions.mailActionDone)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post(':id/undo')
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer(
    'undoMailAction',
    'The action: what nobody had begun is taken back, and the rest is asked for the other way round',
    mailActions.mailActionDone,
  )
  undo(@CurrentCaller() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.undo(caller, id);
  }
}
