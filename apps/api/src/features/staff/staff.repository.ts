import { Injectable } from '@nestjs/common';
import type { staff } from '@cueline/contracts';
import type { StaffFacts } from '@cueline/workflows';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

type StaffData = Omit<staff.StaffPatch, 'archived'> & { readonly archivedAt: Date | null };

@Injectable()
export class StaffRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, archived, ...query }: staff.StaffQuery) {
    const where = searchIn(search, ['firstName', 'lastName', 'position', 'email']);
    const archivedAt = archived === 'true' ? { not: null } : null;
    const { staff } = this.database.of(studioId);
    return known(query, staff.findMany({ where: { archivedAt, ...where }, ...pageArgs(query) }), (id) =>
      staff.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  /** What the checks of a workflow ask about everybody, those who are archived too. */
  async facts(studioId: string): Promise<ReadonlyMap<string, StaffFacts>> {
    const select = { id: true, firstName: true, lastName: true, archivedAt: true };
    const rows = await this.database.of(studioId).staff.findMany({ select });
    return new Map(
      rows.map(({ id, firstName, lastName, archivedAt }) => [
        id,
        { name: [firstName, lastName].filter(Boolean).join(' '), archived: archivedAt !== null },
      ]),
    );
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).staff.findUnique({ where: { id } });
  }

  create(studioId: string, data: staff.NewStaffMember) {
    return this.database.change(studioId, (tx) => tx.staff.create({ data: { ...data, studioId } }));
  }

  update(studioId: string, id: string, data: StaffData) {
    return this.database.of(studioId).staff.update({ where: { id }, data });
  }
}
