import { Injectable } from '@nestjs/common';
import { StudioDatabase } from '../../../platform/database/studio-database.js';

@Injectable()
export class MigrateRunsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** Runs of the workflow that have not ended and follow another version. @param ids only these */
  live(studioId: string, workflowId: string, versionId: string, ids: readonly string[] | undefined) {
    return this.database.of(studioId).run.findMany({
      where: {
        workflowId,
        endedAt: null,
        versionId: { not: versionId },
        ...(ids && { id: { in: [...ids] } }),
      },
      select: { id: true, versionId: true, status: true, currentStepId: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
  }

  /** Which of these the workflow has, live or not. */
  async known(studioId: string, workflowId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database
      .of(studioId)
      .run.findMany({ where: { workflowId, id: { in: [...ids] } }, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }
}
