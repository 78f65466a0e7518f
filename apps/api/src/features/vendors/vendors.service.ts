import { Injectable } from '@nestjs/common';
import type { vendors } from '@cueline/contracts';
import { notFound } from '../../platform/problems/problem-error.js';
import { since } from '../../platform/paging/since.js';
import { SuppressionsService, type SuppressedOf } from '../suppressions/suppressions.service.js';
import { VendorsRepository } from './vendors.repository.js';

type Row = NonNullable<Awaited<ReturnType<VendorsRepository['find']>>>;

@Injectable()
export class VendorsService {
  constructor(
    private readonly repository: VendorsRepository,
    private readonly suppressions: SuppressionsService,
  ) {}

  async list(studioId: string, query: vendors.VendorQuery) {
    const rows = await this.repository.list(studioId, query);
    return this.suppressions.page(studioId, rows, query.limit, view);
  }

  async get(studioId: string, id: string) {
    return this.suppressions.one(studioId, await this.#row(studioId, id), view);
  }

  async create(studioId: string, body: vendors.NewVendor) {
    return this.suppressions.one(studioId, await this.repository.create(studioId, body), view);
  }

  async update(studioId: string, id: string, { archived, ...body }: vendors.VendorPatch) {
    const { archivedAt } = await this.#row(studioId, id);
    const data = { ...body, archivedAt: since(archivedAt, archived) };
    return this.suppressions.one(studioId, await this.repository.update(studioId, id, data), view);
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('vendor');
    return row;
  }
}

const view = (row: Row, suppressedOf: SuppressedOf): vendors.Vendor => ({
  id: row.id,
  name: row.name,
  trade: row.trade,
  contact: row.contact,
  email: row.email,
  phone: row.phone,
  suppressed: suppressedOf(row.email),
  archivedAt: row.archivedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
