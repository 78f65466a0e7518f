import { Injectable } from '@nestjs/common';
import type { tasks } from '@cueline/contracts';
import { dateOf } from '../../platform/validation/calendar-day.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { TasksRepository } from './tasks.repository.js';

type Row = NonNullable<Awaited<ReturnType<TasksRepository['find']>>>;

@Injectable()
export class TasksService {
  constructor(
    private readonly repository: TasksRepository,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, query: tasks.TaskQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('task');
    return view(row);
  }

  async create(studioId: string, body: tasks.NewTask) {
    return view(
      await this.repository.create(studioId, await this.brands.brandId(studioId, body.brandId), body),
    );
  }

  async update(studioId: string, id: string, { dueAt, ...rest }: tasks.TaskPatch) {
    const data = { ...rest, dueAt: dateOf(dueAt) };
    return view(await this.repository.change(studioId, id, () => ({ data })));
  }

  async changeStatus(studioId: string, id: string, status: tasks.TaskStatus) {
    return view(await this.repository.change(studioId, id, () => ({ data: { status } })));
  }
}

const view = (row: Row): tasks.Task => ({
  id: row.id,
  brandId: row.brandId,
  title: row.title,
  notes: row.notes,
  status: row.status,
  dueAt: row.dueAt?.toISOString() ?? null,
  assigneeId: row.assigneeId,
  assigneeName: nameOf(row.assignee),
  clientId: row.clientId,
  clientName: nameOf(row.client),
  bookingId: row.bookingId,
  bookingTitle: row.booking?.title ?? null,
  createdAt: row.createdAt.toISOString(),
});

const nameOf = (person: { readonly firstName: string; readonly lastName: string } | null): string | null =>
  person && [person.firstName, person.lastName].filter(Boolean).join(' ');
