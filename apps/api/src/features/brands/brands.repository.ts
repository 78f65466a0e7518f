import { Injectable } from '@nestjs/common';
import type { brands } from '@cueline/contracts';
import { notFound } from '../../platform/problems/problem-error.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

@Injectable()
export class BrandsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string) {
    return this.database.of(studioId).brand.findMany({ orderBy: [{ isDefault: 'desc' }, { name: 'asc' }] });
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).brand.findUnique({ where: { id } });
  }

  update(studioId: string, id: string, { businessHours, ...rest }: brands.BrandPatch) {
    const data = { ...rest, ...(businessHours && { businessHours: { ...businessHours } }) };
    return this.database.of(studioId).brand.update({ where: { id }, data });
  }

  /** The brand asked for, else the studio's own. */
  async brandId(studioId: string, wanted: string | undefined): Promise<string> {
    if (wanted) return wanted;
    const brand = await this.database.of(studioId).brand.findFirst({ orderBy: { isDefault: 'desc' } });
    if (!brand) throw notFound('brand');
    return brand.id;
  }
}
