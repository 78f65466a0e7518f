import { Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import {
  jsonNull,
  onPrisma,
  templateVersionContent,
  templateVersionHeads,
  versionOfRun,
} from '@cueline/database';
import { known, namedPageArgs } from '../../platform/paging/cursor.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { attachmentsOf, contentColumns, contentOf } from './content-columns.js';
import {
  applyToLiveRuns,
  templateUsers,
  templateVersion,
  templateVersions,
} from './template-versions.sql.js';
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

/** A change of a template, and who makes it. */
export interface TemplateChange {
  readonly by: string;
  /** Undefined leaves it as it is. */
  readonly archivedAt?: Date | null;
  readonly patch: templates.TemplatePatch;
}

@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** A page by name. */
  list(studioId: string, { search, archived, ...query }: templates.TemplateQuery) {
    const { template } = this.database.of(studioId);
    const archivedAt = archived === 'true' ? { not: null } : null;
    const where = { archivedAt, ...searchIn(search, ['name', 'subject']) };
    return known(query, template.findMany({ where, select: head, ...namedPageArgs(query) }), (id) =>
      template.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  /** Those of these that are written in blocks. */
  async inBlocks(studioId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const where = { id: { in: [...ids] }, blocks: { not: jsonNull } };
    const rows = await this.database.of(studioId).template.findMany({ where, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }

  /** Those of these ids that the studio has; without ids all of them. */
  heads(studioId: string, ids?: readonly string[]) {
    const where = ids ? { id: { in: [...ids] } } : {};
    return this.database.of(studioId).template.findMany({ where, select: head });
  }

  /** What templates say, by their ids. */
  async sources(studioId: string, ids: readonly string[]) {
    const rows = await this.database.of(studioId).template.findMany({ where: { id: { in: [...ids] } } });
    return rows.map((row) => ({
      ...{ id: row.id, name: row.name, revision: row.revision },
      ...contentOf(row),
      attachments: attachmentsOf(row),
    }));
  }

  /** With the number of its newest version. */
  find(studioId: string, id: string) {
    const newest = { orderBy: { number: 'desc' }, take: 1, select: { number: true } } as const;
    return this.database.of(studioId).template.findUnique({ where: { id }, include: { versions: newest } });
  }

  /** What a template says to a run: by the version that applied when it began. */
  async contentFor(studioId: string, id: string, runCreatedAt: Date) {
    const { pool } = this.database.database;
    const heads = await templateVersionHeads.rows(pool, { studioId, templateId: id });
    const version = versionOfRun(heads, runCreatedAt);
    const row = version && (await templateVersionContent.first(pool, { studioId, id: version.id }));
    return row && contentOf(row);
  }

  create(studioId: string, { name, ...content }: templates.NewTemplate, editedBy: string) {
    const data = { subject: '', ...contentColumns(content), name, editedBy, studioId };
    return this.database.of(studioId).template.create({ data, select: { id: true } });
  }

  /** @returns whether the revision was the present one */
  update(
    studioId: string,
    id: string,
    revision: number,
    { by, archivedAt, patch }: TemplateChange,
  ): Promise<boolean> {
    const { liveRuns, archived: _, ...content } = patch;
    return this.database.of(studioId).$transaction(async (tx) => {
      const { count } = await tx.template.updateMany({
        where: { id, revision },
        data: { ...contentColumns(content), archivedAt, editedBy: by, revision: { increment: 1 } },
      });
      if (count > 0 && liveRuns === 'update') await applyToLiveRuns.run(onPrisma(tx), { studioId, id });
      return count > 0;
    });
  }

  versions(studioId: string, id: string) {
    return templateVersions.rows(this.database.database.pool, { studioId, id });
  }

  version(studioId: string, id: string, number: number) {
    return templateVersion.first(this.database.database.pool, { studioId, id, number });
  }

  users(studioId: string, id: string) {
    return templateUsers.rows(this.database.database.pool, { studioId, id });
  }

  /** In how many drafts each of these templates is used. */
  async usedIn(studioId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await templatesUsedIn.rows(this.database.database.pool, { studioId, templates: ids });
    return new Map(rows.map(({ template, workflows }) => [template, workflows]));
  }
}
