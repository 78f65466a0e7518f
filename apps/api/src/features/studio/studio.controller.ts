import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { studio } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { StudioRepository } from './studio.repository.js';

@ApiTags('Studio')
@Controller('api/v1/studio')
export class StudioController {
  constructor(private readonly repository: StudioRepository) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('getStudio', 'The studio, and how many mails a contact gets in a day at most', studio.studio)
  get(@CurrentCaller() { studioId }: Caller) {
    return this.repository.get(studioId);
  }

  @Patch()
  @RequirePermission('studio:manage')
  @ApiAnswer('updateStudio', 'The changed studio; the next mail goes by it', studio.studio)
  update(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: studio.studioPatch }) body: studio.StudioPatch,
  ) {
    return this.repository.update(studioId, body);
  }
}
