import { Injectable } from '@nestjs/common';
import type { projects } from '@cueline/contracts';
import type { Project } from '@cueline/database';
import { RECORD_CHANGED } from '@cueline/workflows';
import { dateOf } from '../../platform/validation/calendar-day.js';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import type { Decide } from '../../platform/database/decided.js';
import { isChanged } from '../../platform/database/is-changed.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const include = { client: { select: { firstName: true, lastName: true } } };
type ProjectData = Partial<Pick<Project, 'name' | 'stage' | 'dueOn' | 'galleryUrl'>>;

@Injectable()
export class ProjectsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, clientId, stage, ...query }: projects.ProjectQuery) {
    const { project } = this.database.of(studioId);
    return known(
      query,
      project.findMany({
        where: { clientId, stage, ...searchIn(search, ['name']) },
        include,
        ...pageArgs(query),
      }),
      (id) => project.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).project.findUnique({ where: { id }, include });
  }

  create(studioId: string, brandId: string, { dueOn, ...rest }: projects.NewProject) {
    const data = { ...rest, studioId, brandId, dueOn: dateOf(dueOn) };
    return this.database.change(studioId, async (tx, emit) => {
      const row = await tx.project.create({ data, include });
      emit({ type: RECORD_CHANGED, subjectType: 'project', subjectId: row.id });
      return row;
    });
  }

  change(studioId: string, id: string, decide: Decide<Project, ProjectData>) {
    return this.database.change(studioId, async (tx, emit) => {
      await lockRecord(tx, 'projects', studioId, id);
      const before = await tx.project.findUnique({ where: { id }, include });
      if (!before) throw notFound('project');
      const decided = decide(before);
      if (!decided) return before;
      const row = await tx.project.update({ where: { id }, data: decided.data, include });
      const happened = decided.happened ?? (isChanged(before, row) ? { type: RECORD_CHANGED } : undefined);
      if (happened) emit({ ...happened, subjectType: 'project', subjectId: id });
      return row;
    });
  }
}
