import { Injectable } from '@nestjs/common';
import type { clients } from '@cueline/contracts';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { since } from '../../platform/paging/since.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { ClientsRepository } from './clients.repository.js';

type Row = NonNullable<Awaited<ReturnType<ClientsRepository['find']>>>;

@Injectable()
export class ClientsService {
  constructor(
    private readonly repository: ClientsRepository,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, query: clients.ClientQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('client');
    return view(row);
  }

  async create(studioId: string, body: clients.NewClient) {
    return view(
      await this.repository.create(studioId, await this.brands.brandId(studioId, body.brandId), body),
    );
  }

  async update(studioId: string, id: string, body: clients.ClientPatch) {
    const { archived, marketingOptOut, ...data } = body;
    const row = await this.repository.update(studioId, id, (before) => ({
      ...data,
      archivedAt: since(before.archivedAt, archived),
      marketingOptOutAt: since(before.marketingOptOutAt, marketingOptOut),
    }));
    if (!row) throw notFound('client');
    return view(row);
  }
}

const view = (row: Row): clients.Client => ({
  id: row.id,
  brandId: row.brandId,
  firstName: row.firstName,
  lastName: row.lastName,
  email: row.email,
  phone: row.phone,
  company: row.company,
  tags: row.tags,
  zone: row.zone,
  locale: row.locale,
  marketingOptOutAt: row.marketingOptOutAt?.toISOString() ?? null,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
