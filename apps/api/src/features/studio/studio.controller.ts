import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { studio } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { StudioRepository } from './studio.repository.js';

@ApiTags('Studio')
@Controller('api/v1/studio')
export class StudioController {
  constructor(private readonly repository: StudioRepository) {}

  @Get()
  @Needs('records:read')
  @Answers('getStudio', 'The studio, and how many mails a contact gets in a day at most', studio.studio)
  get(@Asking() { studioId }: Caller) {
    return this.repository.get(studioId);
  }

  @Patch()
  @Needs('studio:manage')
  @Answers('updateStudio', 'The changed studio; the next mail goes by it', studio.studio)
  update(@Asking() { studioId }: Caller, @Body({ schema: studio.studioPatch }) body: studio.StudioPatch) {
    return this.repository.update(studioId, body);
  }
}
