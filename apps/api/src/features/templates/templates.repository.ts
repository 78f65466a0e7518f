import { Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import { known, namedPageArgs } from '../../platform/paging/cursor.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { templatesUsedIn } from './used-in.sql.js';

/** Without what a template says: that may be 400 kB of each. */
const head = {
  id: true,
  name: true,
  subject: true,
  revision: true,
  archivedAt: true,
  updatedAt: true,
} as const;

@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** A page by name. */
  list(studioId: string, { search, ...query }: templates.TemplateQuery) {
    const { template } = this.database.of(studioId);
    const where = searchIn(search, ['name', 'subject']);
    return known(query, template.findMany({ where, select: head, ...namedPageArgs(query) }), (id) =>
      template.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  /** Those of these ids that the studio has; without ids all of them. */
  heads(studioId: string, ids?: readonly string[]) {
    const where = ids ? { id: { in: [...ids] } } : {};
    return this.database.of(studioId).template.findMany({ where, select: head });
  }

  /** What templates say, by their ids. */
  sources(studioId: string, ids: readonly string[]) {
    return this.database.of(studioId).template.findMany({ where: { id: { in: [...ids] } } });
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).template.findUnique({ where: { id } });
  }

  create(studioId: string, data: templates.NewTemplate) {
    return this.database.of(studioId).template.create({ data: { ...data, studioId } });
  }

  /** @returns undefined when the revision is not the present one */
  async update(studioId: string, id: string, revision: number, data: templates.TemplatePatch) {
    const [row] = await this.database.of(studioId).template.updateManyAndReturn({
      where: { id, revision },
      data: { ...data, revision: { increment: 1 } },
    });
    return row;
  }

  /** In how many drafts each of these templates is used. */
  async usedIn(studioId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await templatesUsedIn.rows(this.database.database.pool, { studioId, templates: ids });
    return new Map(rows.map(({ template, workflows }) => [template, workflows]));
  }
}
