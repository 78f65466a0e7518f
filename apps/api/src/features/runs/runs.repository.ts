import { Injectable } from '@nestjs/common';
import type { runs } from '@cueline/contracts';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { runsFingerprint } from './runs.sql.js';

const include = {
  workflow: { select: { name: true } },
  version: { select: { number: true } },
  client: { select: { firstName: true, lastName: true } },
};

@Injectable()
export class RunsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { limit, cursor, ...where }: runs.RunQuery) {
    const { run } = this.database.of(studioId);
    return known({ cursor }, run.findMany({ where, include, ...pageArgs({ limit, cursor }) }), (id) =>
      run.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).run.findUnique({
      where: { id },
      include: {
        ...include,
        version: { select: { number: true, definition: true } },
        steps: { orderBy: { startedAt: 'asc' } },
        controls: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      },
    });
  }

  /** Something that changes whenever a run of the workflow does. */
  async fingerprint(studioId: string, workflowId: string | undefined): Promise<string> {
    const { pool } = this.database.database;
    return (await runsFingerprint.first(pool, { studioId, workflowId: workflowId ?? null }))?.print ?? '';
  }
}
