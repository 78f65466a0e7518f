import { Injectable } from '@nestjs/common';
import type { runs } from '@cueline/contracts';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

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
    const { rows } = await this.database.database.pool.query<{ print: string }>({
      name: 'runs-fingerprint',
      text: `SELECT md5(string_agg(r.id::text || r.status::text || COALESCE(r.current_step_id, ''), ',' ORDER BY r.created_at DESC)) AS print
        FROM (SELECT id, status, current_step_id, created_at FROM runs WHERE studio_id = $1 AND ($2::uuid IS NULL OR workflow_id = $2)
          ORDER BY created_at DESC LIMIT 200) r`,
      values: [studioId, workflowId ?? null],
    });
    return rows[0]?.print ?? '';
  }
}
