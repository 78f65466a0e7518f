import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, templates, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../../platform/auth/caller.js';
import { TemplateTestsService } from './template-tests.service.js';

@ApiTags('Templates')
@Controller('api/v1/templates/:id/tests')
export class TemplateTestsController {
  constructor(private readonly service: TemplateTestsService) {}

  @Post()
  @RequirePermission('mail:write')
  @ApiAnswer(
    'sendTestMail',
    'The template as it is saved, queued as a mail to a member of the studio, by the sender that a client’s mail has. Sent again under its id it is not sent twice',
    templates.testMail,
  )
  send(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: templates.newTestMail }) body: templates.NewTestMail,
  ) {
    return this.service.send(caller, id, body);
  }
}
