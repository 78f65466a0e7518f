import { Injectable } from '@nestjs/common';
import type { vendors } from '@cueline/contracts';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { since } from '../../platform/paging/since.js';
import { VendorsRepository } from './vendors.repository.js';

type Row = NonNullable<Awaited<ReturnType<VendorsRepository['find']>>>;

@Injectable()
export class VendorsService {
  constructor(private readonly repository: VendorsRepository) {}

  async list(studioId: string, query: vendors.VendorQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    return view(await this.#row(studioId, id));
  }

  async create(studioId: string, body: vendors.NewVendor) {
    return view(await this.repository.create(studioId, body));
  }

  async update(studioId: string, id: string, { archived, ...body }: vendors.VendorPatch) {
    const { archivedAt } = await this.#row(studioId, id);
    const data = { ...body, archivedAt: since(archivedAt, archived) };
    return view(await this.repository.update(studioId, id, data));
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('vendor');
    return row;
  }
}

const view = (row: Row): vendors.Vendor => ({
  id: row.id,
  name: row.name,
  trade: row.trade,
  contact: row.contact,
  email: row.email,
  phone: row.phone,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
