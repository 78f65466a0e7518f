import { Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import { StudioDatabase } from '../../platform/studio-database.js';

@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string) {
    return this.database.of(studioId).template.findMany({ orderBy: { name: 'asc' }, take: 500 });
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

  drafts(studioId: string) {
    return this.database
      .of(studioId)
      .workflow.findMany({ where: { state: { not: 'archived' } }, select: { draft: true } });
  }
}
