import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, tasks, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { TasksService } from './tasks.service.js';

@ApiTags('Tasks')
@Controller('api/v1/tasks')
export class TasksController {
  constructor(private readonly service: TasksService) {}

  @Get()
  @Needs('records:read')
  @Answers('listTasks', 'Tasks, newest first', tasks.taskPage)
  list(@Asking() { studioId }: Caller, @Query({ schema: tasks.taskQuery }) query: tasks.TaskQuery) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getTask', 'One task', tasks.task)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Needs('records:write')
  @Repeatable()
  @Answers('createTask', 'The new task; task.assigned happens when somebody has it', tasks.task, 201)
  create(@Asking() { studioId }: Caller, @Body({ schema: tasks.newTask }) body: tasks.NewTask) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('records:write')
  @Answers('updateTask', 'The changed task; task.assigned happens when somebody else has it', tasks.task)
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: tasks.taskPatch }) body: tasks.TaskPatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/done')
  @Needs('records:write')
  @Answers('finishTask', 'The task, done', tasks.task)
  done(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.become(studioId, id, 'done');
  }

  @Post(':id/drop')
  @Needs('records:write')
  @Answers('dropTask', 'The task, dropped: nobody does it', tasks.task)
  drop(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.become(studioId, id, 'dropped');
  }

  @Post(':id/reopen')
  @Needs('records:write')
  @Answers('reopenTask', 'The task, open again', tasks.task)
  reopen(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.become(studioId, id, 'open');
  }
}
