import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, tasks, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { TasksService } from './tasks.service.js';

@ApiTags('Tasks')
@Controller('api/v1/tasks')
export class TasksController {
  constructor(private readonly service: TasksService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listTasks', 'Tasks, newest first', tasks.taskPage)
  list(@CurrentCaller() { studioId }: Caller, @Query({ schema: tasks.taskQuery }) query: tasks.TaskQuery) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getTask', 'One task', tasks.task)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createTask', 'The new task; task.assigned happens when somebody has it', tasks.task, 201)
  create(@CurrentCaller() { studioId }: Caller, @Body({ schema: tasks.newTask }) body: tasks.NewTask) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('records:write')
  @ApiAnswer('updateTask', 'The changed task; task.assigned happens when somebody else has it', tasks.task)
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: tasks.taskPatch }) body: tasks.TaskPatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/done')
  @RequirePermission('records:write')
  @ApiAnswer('finishTask', 'The task, done', tasks.task)
  done(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.changeStatus(studioId, id, 'done');
  }

  @Post(':id/drop')
  @RequirePermission('records:write')
  @ApiAnswer('dropTask', 'The task, dropped: nobody does it', tasks.task)
  drop(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.changeStatus(studioId, id, 'dropped');
  }

  @Post(':id/reopen')
  @RequirePermission('records:write')
  @ApiAnswer('reopenTask', 'The task, open again', tasks.task)
  reopen(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.changeStatus(studioId, id, 'open');
  }
}
