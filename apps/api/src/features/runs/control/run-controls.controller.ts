import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, runControls, runs, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../../platform/auth/caller.js';
import { RunControlsService } from './run-controls.service.js';

const { noted, skipped, rescheduled, bulkControl, bulkAnswer } = runControls;

/** What people request of runs. Each may be sent twice: the second time changes nothing. */
@ApiTags('Runs')
@Controller('api/v1/runs')
export class RunControlsController {
  constructor(private readonly service: RunControlsService) {}

  @Post('actions')
  @RequirePermission('automation:write')
  @ApiAnswer(
    'controlRuns',
    'The same for many runs, at most 1,000: what was done, what refused, and why',
    bulkAnswer,
  )
  many(@CurrentCaller() caller: Caller, @Body({ schema: bulkControl }) body: runControls.BulkControl) {
    return this.service.requestMany(caller, body);
  }

  @Post(':id/pause')
  @RequirePermission('automation:write')
  @ApiAnswer('pauseRun', 'The run, paused: nothing new begins', runs.runDetail)
  pause(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: noted }) { note }: runControls.Noted,
  ) {
    return this.service.request(caller, id, { action: 'pause' }, note);
  }

  @Post(':id/resume')
  @RequirePermission('automation:write')
  @ApiAnswer('resumeRun', 'The run, going on', runs.runDetail)
  resume(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: noted }) { note }: runControls.Noted,
  ) {
    return this.service.request(caller, id, { action: 'resume' }, note);
  }

  @Post(':id/skip')
  @RequirePermission('automation:write')
  @ApiAnswer('skipStep', 'The run; it passes over the current step, or one that is to come', runs.runDetail)
  skip(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: skipped }) { stepId, note }: runControls.Skipped,
  ) {
    return this.service.request(caller, id, { action: 'skip', stepId }, note);
  }

  @Post(':id/force')
  @RequirePermission('automation:write')
  @ApiAnswer('forceRun', 'The run; its wait ends now', runs.runDetail)
  force(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: noted }) { note }: runControls.Noted,
  ) {
    return this.service.request(caller, id, { action: 'force' }, note);
  }

  @Post(':id/reschedule')
  @RequirePermission('automation:write')
  @ApiAnswer('rescheduleRun', 'The run; its wait lasts until another instant', runs.runDetail)
  reschedule(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: rescheduled }) { at, note }: runControls.Rescheduled,
  ) {
    return this.service.request(caller, id, { action: 'reschedule', at }, note);
  }

  @Post(':id/retry')
  @RequirePermission('automation:write')
  @ApiAnswer('retryRun', 'The run; the step that failed is tried again', runs.runDetail)
  retry(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: noted }) { note }: runControls.Noted,
  ) {
    return this.service.request(caller, id, { action: 'retry' }, note);
  }

  @Post(':id/stop')
  @RequirePermission('automation:write')
  @ApiAnswer('stopRun', 'The run, which ends where it is', runs.runDetail)
  stop(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: noted }) { note }: runControls.Noted,
  ) {
    return this.service.request(caller, id, { action: 'stop' }, note);
  }
}
