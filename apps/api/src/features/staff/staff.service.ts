import { Injectable } from '@nestjs/common';
import type { staff } from '@cueline/contracts';
import { notFound } from '../../platform/problems/problem-error.js';
import { since } from '../../platform/paging/since.js';
import { SuppressionsService, type SuppressedOf } from '../suppressions/suppressions.service.js';
import { StaffRepository } from './staff.repository.js';

type Row = NonNullable<Awaited<ReturnType<StaffRepository['find']>>>;

@Injectable()
export class StaffService {
  constructor(
    private readonly repository: StaffRepository,
    private readonly suppressions: SuppressionsService,
  ) {}

  async list(studioId: string, query: staff.StaffQuery) {
    const rows = await this.repository.list(studioId, query);
    return this.suppressions.page(studioId, rows, query.limit, view);
  }

  async get(studioId: string, id: string) {
    return this.suppressions.one(studioId, await this.#row(studioId, id), view);
  }

  async create(studioId: string, body: staff.NewStaffMember) {
    return this.suppressions.one(studioId, await this.repository.create(studioId, body), view);
  }

  async update(studioId: string, id: string, { archived, ...body }: staff.StaffPatch) {
    const { archivedAt } = await this.#row(studioId, id);
    const data = { ...body, archivedAt: since(archivedAt, archived) };
    return this.suppressions.one(studioId, await this.repository.update(studioId, id, data), view);
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('staff member');
    return row;
  }
}

const view = (row: Row, suppressedOf: SuppressedOf): staff.StaffMember => ({
  id: row.id,
  memberId: row.memberId,
  firstName: row.firstName,
  lastName: row.lastName,
  position: row.position,
  email: row.email,
  phone: row.phone,
  suppressed: suppressedOf(row.email),
  archivedAt: row.archivedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
