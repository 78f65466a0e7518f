import { Injectable } from '@nestjs/common';
import type { staff } from '@cueline/contracts';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { since } from '../../platform/paging/since.js';
import { StaffRepository } from './staff.repository.js';

type Row = NonNullable<Awaited<ReturnType<StaffRepository['find']>>>;

@Injectable()
export class StaffService {
  constructor(private readonly repository: StaffRepository) {}

  async list(studioId: string, query: staff.StaffQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    return view(await this.#row(studioId, id));
  }

  async create(studioId: string, body: staff.NewStaffMember) {
    return view(await this.repository.create(studioId, body));
  }

  async update(studioId: string, id: string, { archived, ...body }: staff.StaffPatch) {
    const { archivedAt } = await this.#row(studioId, id);
    const data = { ...body, archivedAt: since(archivedAt, archived) };
    return view(await this.repository.update(studioId, id, data));
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('staff member');
    return row;
  }
}

const view = (row: Row): staff.StaffMember => ({
  id: row.id,
  memberId: row.memberId,
  firstName: row.firstName,
  lastName: row.lastName,
  position: row.position,
  email: row.email,
  phone: row.phone,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
