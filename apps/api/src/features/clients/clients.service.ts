import { Injectable } from '@nestjs/common';
import type { clients } from '@cueline/contracts';
import type { Caller } from '../../platform/auth/caller.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { since } from '../../platform/paging/since.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { SuppressionsService, type SuppressedOf } from '../suppressions/suppressions.service.js';
import { ClientsRepository } from './clients.repository.js';

type Row = NonNullable<Awaited<ReturnType<ClientsRepository['find']>>>;

@Injectable()
export class ClientsService {
  constructor(
    private readonly repository: ClientsRepository,
    private readonly brands: BrandsRepository,
    private readonly suppressions: SuppressionsService,
  ) {}

  async list(studioId: string, query: clients.ClientQuery) {
    const rows = await this.repository.list(studioId, query);
    return this.suppressions.page(studioId, rows, query.limit, view);
  }

  async get(studioId: string, id: string) {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('client');
    return this.suppressions.one(studioId, row, view);
  }

  async create(studioId: string, body: clients.NewClient) {
    const chosen = await this.brands.brandId(studioId, body.brandId);
    return this.suppressions.one(studioId, await this.repository.create(studioId, chosen, body), view);
  }

  async update({ studioId, by }: Caller, id: string, body: clients.ClientPatch) {
    const { archived, marketingOptOut, ...data } = body;
    const row = await this.repository.update(studioId, id, by.name, (before) => ({
      ...data,
      archivedAt: since(before.archivedAt, archived),
      marketingOptOutAt: since(before.marketingOptOutAt, marketingOptOut),
    }));
    if (!row) throw notFound('client');
    return this.suppressions.one(studioId, row, view);
  }
}

const view = (row: Row, suppressedOf: SuppressedOf): clients.Client => ({
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
  suppressed: suppressedOf(row.email),
  archivedAt: row.archivedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
