import { Injectable } from '@nestjs/common';
import type { brands } from '@cueline/contracts';
import { parseBusinessHours } from '@cueline/workflows';
import { notFound } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from './brands.repository.js';

type Row = NonNullable<Awaited<ReturnType<BrandsRepository['find']>>>;

@Injectable()
export class BrandsService {
  constructor(private readonly repository: BrandsRepository) {}

  async list(studioId: string): Promise<{ items: brands.Brand[] }> {
    return { items: (await this.repository.list(studioId)).map(view) };
  }

  async get(studioId: string, id: string) {
    return view(await this.#row(studioId, id));
  }

  async update(studioId: string, id: string, body: brands.BrandPatch) {
    await this.#row(studioId, id);
    return view(await this.repository.update(studioId, id, body));
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('brand');
    return row;
  }
}

const view = (row: Row): brands.Brand => ({
  id: row.id,
  name: row.name,
  isDefault: row.isDefault,
  color: row.color,
  signature: row.signature,
  logoUrl: row.logoUrl,
  legalFooter: row.legalFooter,
  zone: row.zone,
  locale: row.locale,
  currency: row.currency,
  replyTo: row.replyTo,
  businessHours: parseBusinessHours(row.businessHours),
  createdAt: row.createdAt.toISOString(),
});
