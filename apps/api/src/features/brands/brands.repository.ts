import { Inject, Injectable } from '@nestjs/common';
import type { brands } from '@cueline/contracts';
import { filesUrl, publicUrl } from '@cueline/database';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

@Injectable()
export class BrandsRepository {
  constructor(
    private readonly database: StudioDatabase,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** As mails are framed: with the address of their images. */
  async list(studioId: string) {
    const orderBy = [{ isDefault: 'desc' } as const, { name: 'asc' } as const];
    const rows = await this.database.of(studioId).brand.findMany({ orderBy });
    return rows.map((row) => ({ ...row, filesUrl: filesUrl(publicUrl(this.configuration)) }));
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
