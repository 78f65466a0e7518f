import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, workflows, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { IfMatch, Revision } from '../../platform/revision.js';
import { MoveRunsService } from './move-runs.service.js';
import { VersionsService } from './versions.service.js';

@ApiTags('Workflow versions')
@Controller('api/v1/workflows')
export class VersionsController {
  constructor(
    private readonly service: VersionsService,
    private readonly moves: MoveRunsService,
  ) {}

  @Get(':id/versions')
  @Needs('automation:read')
  @Answers('listVersions', 'The published versions, newest first', workflows.versionList)
  list(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.list(studioId, id);
  }

  @Get(':id/versions/diff')
  @Needs('automation:read')
  @Answers('compareVersions', 'What changed between two versions, in sentences', workflows.versionDiff)
  diff(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Query({ schema: workflows.diffQuery }) query: workflows.DiffQuery,
  ) {
    return this.service.diff(studioId, id, query);
  }

  @Get(':id/versions/:number')
  @Needs('automation:read')
  @Answers('getVersion', 'One version with its definition', workflows.versionDetail)
  get(
    @Asking() { studioId }: Caller,
    @Param({ schema: workflows.versionParam }) { id, number }: workflows.VersionParam,
  ) {
    return this.service.get(studioId, id, number);
  }

  @Post(':id/versions/:number/restore')
  @Needs('automation:write')
  @IfMatch()
  @Answers('restoreVersion', 'The workflow, its draft as it was in this version', workflows.workflow)
  restore(
    @Asking() { studioId }: Caller,
    @Param({ schema: workflows.versionParam }) { id, number }: workflows.VersionParam,
    @Revision() revision: number,
  ) {
    return this.service.restore(studioId, id, number, revision);
  }

  @Post(':id/versions/:number/move-runs')
  @Needs('automation:write')
  @Answers(
    'moveRuns',
    'Where each run lands in this version, and how many were told to move',
    workflows.landings,
  )
  moveRuns(
    @Asking() caller: Caller,
    @Param({ schema: workflows.versionParam }) { id, number }: workflows.VersionParam,
    @Body({ schema: workflows.moveRuns }) body: workflows.MoveRuns,
  ) {
    return this.moves.move(caller, id, number, body);
  }
}
