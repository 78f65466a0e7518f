import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { webhooks } from '@cueline/contracts';
import { webhookSecretOf } from '@cueline/database';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';

@ApiTags('Webhooks')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @Get('signing')
  @RequirePermission('studio:own')
  @ApiAnswer(
    'getWebhookSigning',
    'What the studio’s webhooks are signed with, for whoever receives them; for owners alone',
    webhooks.signing,
  )
  signing(@CurrentCaller() { studioId }: Caller): webhooks.Signing {
    return { secret: webhookSecretOf(this.configuration.CUELINE_SECRET, studioId) };
  }
}
