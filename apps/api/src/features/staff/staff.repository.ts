import { Injectable } from '@nestjs/common';
import type { staff } from '@cueline/contracts';
import type { StaffFacts } from '@cueline/workflows';
import { pageArgs } from '../../platform/cursor.js';
import { StudioDatabase } from '../../platform/studio-database.js';

type StaffData = Omit<staff.StaffPatch, 'archived'> & { readonly archivedAt: Date | null };

@Injectable()
export class StaffRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, archived, ...query }: staff.StaffQuery) {
    const like = search ? { contains: search, mode: 'insensitive' as const } : undefined;
    const where = like
      ? { OR: [{ firstName: like }, { lastName: like }, { position: like }, { email: like }] }
      : {};
    const archivedAt = archived === 'true' ? { not: null } : null;
    return this.database.of(studioId).staff.findMany({ where: { archivedAt, ...where }, ...pageArgs(query) });
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
