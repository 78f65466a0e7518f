import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/problem-error.js';
import { StudioDatabase } from '../../platform/studio-database.js';

@Injectable()
export class BrandsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string) {
    return this.database.of(studioId).brand.findMany({ orderBy: [{ isDefault: 'desc' }, { name: 'asc' }] });
  }

  studio(studioId: string) {
    return this.database.database.prisma.studio.findUniqueOrThrow({
      where: { id: studioId },
      select: { id: true, name: true },
    });
  }

  /** The brand asked for, else the studio's own. */
  async brandId(studioId: string, wanted: string | undefined): Promise<string> {
    if (wanted) return wanted;
    const brand = await this.database.of(studioId).brand.findFirst({ orderBy: { isDefault: 'desc' } });
    if (!brand) throw notFound('brand');
    return brand.id;
  }
}
