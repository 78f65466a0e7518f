import { Injectable } from '@nestjs/common';
import { recordsSql, type Records } from '@cueline/database';
import type { Definition } from '@cueline/workflows';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { definitionIn } from '../workflows/workflow-views.service.js';

/** The records around a run as they are now, with the event that it began with. */
const sql = recordsSql(
  `runs r JOIN LATERAL (SELECT * FROM events x WHERE x.seq = r.event_seq AND x.studio_id = $1 LIMIT 1) e ON true
   JOIN workflow_versions v ON v.studio_id = r.studio_id AND v.id = r.version_id`,
  'r.studio_id = $1 AND r.id = $2',
  ', v.definition',
);

/** What a mail that is held would be made of. */
@Injectable()
export class HeldMailRepository {
  constructor(private readonly database: StudioDatabase) {}

  async around(studioId: string, runId: string): Promise<Records & { definition: Definition }> {
    const { rows } = await this.database.database.pool.query<Records & { definition: object }>({
      name: 'held-mail-records',
      text: sql,
      values: [studioId, runId],
    });
    const row = rows[0]!;
    return { ...row, definition: definitionIn(row.definition) };
  }
}
