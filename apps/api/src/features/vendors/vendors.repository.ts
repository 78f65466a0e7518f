import { Injectable } from '@nestjs/common';
import type { vendors } from '@cueline/contracts';
import { pageArgs } from '../../platform/cursor.js';
import { StudioDatabase } from '../../platform/studio-database.js';

type VendorData = Omit<vendors.VendorPatch, 'archived'> & { readonly archivedAt: Date | null };

@Injectable()
export class VendorsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, archived, ...query }: vendors.VendorQuery) {
    const like = search ? { contains: search, mode: 'insensitive' as const } : undefined;
    const where = like ? { OR: [{ name: like }, { trade: like }, { contact: like }, { email: like }] } : {};
    const archivedAt = archived === 'true' ? { not: null } : null;
    return this.database
      .of(studioId)
      .vendor.findMany({ where: { archivedAt, ...where }, ...pageArgs(query) });
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).vendor.findUnique({ where: { id } });
  }

  create(studioId: string, data: vendors.NewVendor) {
    return this.database.change(studioId, (tx) => tx.vendor.create({ data: { ...data, studioId } }));
  }

  update(studioId: string, id: string, data: VendorData) {
    return this.database.of(studioId).vendor.update({ where: { id }, data });
  }
}
