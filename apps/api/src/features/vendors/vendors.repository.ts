import { Injectable } from '@nestjs/common';
import type { vendors } from '@cueline/contracts';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

type VendorData = Omit<vendors.VendorPatch, 'archived'> & { readonly archivedAt: Date | null };

@Injectable()
export class VendorsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, archived, ...query }: vendors.VendorQuery) {
    const where = searchIn(search, ['name', 'trade', 'contact', 'email']);
    const archivedAt = archived === 'true' ? { not: null } : null;
    const { vendor } = this.database.of(studioId);
    return known(query, vendor.findMany({ where: { archivedAt, ...where }, ...pageArgs(query) }), (id) =>
      vendor.findUnique({ where: { id }, select: { id: true } }),
    );
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
