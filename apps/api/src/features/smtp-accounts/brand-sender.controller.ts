import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, smtpAccounts, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { BrandSenderService } from './brand-sender.service.js';

@ApiTags('Email accounts')
@Controller('api/v1/brands/:id/sender')
export class BrandSenderController {
  constructor(private readonly service: BrandSenderService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('getBrandSender', 'From where the brand sends', smtpAccounts.brandSender)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Put()
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'chooseBrandSender',
    'From where the brand sends from now on; mails that wait leave from there, too',
    smtpAccounts.brandSender,
  )
  choose(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: smtpAccounts.brandSenderChoice }) body: smtpAccounts.BrandSenderChoice,
  ) {
    return this.service.choose(studioId, id, body);
  }
}
