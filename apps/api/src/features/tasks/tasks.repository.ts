import { Injectable } from '@nestjs/common';
import type { tasks } from '@cueline/contracts';
import { taskEvent, type Task } from '@cueline/database';
import { dateOf } from '../../platform/validation/calendar-day.js';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import type { Decide } from '../../platform/database/decided.js';
import { isChanged } from '../../platform/database/is-changed.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const include = {
  assignee: { select: { firstName: true, lastName: true } },
  client: { select: { firstName: true, lastName: true } },
  booking: { select: { title: true } },
};
type TaskData = Partial<Pick<Task, 'title' | 'notes' | 'status' | 'dueAt' | 'assigneeId'>>;

@Injectable()
export class TasksRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, limit, cursor, ...where }: tasks.TaskQuery) {
    const { task } = this.database.of(studioId);
    return known(
      { cursor },
      task.findMany({
        where: { ...where, ...searchIn(search, ['title']) },
        include,
        ...pageArgs({ limit, cursor }),
      }),
      (id) => task.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).task.findUnique({ where: { id }, include });
  }

  create(studioId: string, brandId: string, { dueAt, ...rest }: tasks.NewTask) {
    return this.database.change(studioId, async (tx, emit) => {
      const data = { ...rest, studioId, brandId, dueAt: dateOf(dueAt) };
      const row = await tx.task.create({ data, include });
      emit(taskEvent(row.id, row.assigneeId));
      return row;
    });
  }

  /** Whoever has the task after the change and had it not before is told. */
  change(studioId: string, id: string, decide: Decide<Task, TaskData>) {
    return this.database.change(studioId, async (tx, emit) => {
      await lockRecord(tx, 'tasks', studioId, id);
      const before = await tx.task.findUnique({ where: { id }, include });
      if (!before) throw notFound('task');
      const decided = decide(before);
      if (!decided) return before;
      const row = await tx.task.update({ where: { id }, data: decided.data, include });
      const isNew = row.assigneeId !== before.assigneeId;
      if ((row.assigneeId && isNew) || isChanged(before, row))
        emit(taskEvent(id, isNew ? row.assigneeId : null));
      return row;
    });
  }
}
