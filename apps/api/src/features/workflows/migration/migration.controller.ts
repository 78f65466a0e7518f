import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { workflows } from '@cueline/contracts';
import { ApiAnswer } from '../../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../../platform/auth/caller.js';
import { MigrateRunsService } from './migrate-runs.service.js';

@ApiTags('Workflow versions')
@Controller('api/v1/workflows')
export class MigrationController {
  constructor(private readonly service: MigrateRunsService) {}

  @Post(':id/versions/:number/migrate-runs')
  @RequirePermission('automation:write')
  @ApiAnswer(
    'migrateRuns',
    'Where each run lands in this version, and how many were signalled to migrate',
    workflows.migrationPlan,
  )
  migrateRuns(
    @CurrentCaller() caller: Caller,
    @Param({ schema: workflows.versionParam }) { id, number }: workflows.VersionParam,
    @Body({ schema: workflows.migrateRuns }) body: workflows.MigrateRuns,
  ) {
    return this.service.migrate(caller, id, number, body);
  }
}
