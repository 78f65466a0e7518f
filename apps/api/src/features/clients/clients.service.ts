import { Injectable } from '@nestjs/common';
import type { clients } from '@cueline/contracts';
import { pageOf } from '../../platform/cursor.js';
import { notFound } from '../../platform/problem-error.js';
import { BrandsRepository } from '../account/brands.repository.js';
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
    await this.get(studioId, id);
    return view(await this.repository.update(studioId, id, body));
  }
}

const view = ({
  id,
  brandId,
  firstName,
  lastName,
  email,
  phone,
  company,
  tags,
  createdAt,
}: Row): clients.Client => ({
  id,
  brandId,
  firstName,
  lastName,
  email,
  phone,
  company,
  tags,
  createdAt: createdAt.toISOString(),
});
