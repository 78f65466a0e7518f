import { Injectable } from '@nestjs/common';
import type { RecordContext } from '@cueline/database';
import type { Definition } from '@cueline/workflows';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { recordsOfRun } from './approval-mail.sql.js';
import { definitionIn } from '../workflows/views/workflow-views.service.js';

/** What a mail that awaits approval would be made of. */
@Injectable()
export class ApprovalMailRepository {
  constructor(private readonly database: StudioDatabase) {}

  async around(
    studioId: string,
    runId: string,
  ): Promise<RecordContext & { definition: Definition; runCreatedAt: Date }> {
    const row = (await recordsOfRun.first(this.database.database.pool, { studioId, runId }))!;
    return { ...row, definition: definitionIn(row.definition) };
  }
}
