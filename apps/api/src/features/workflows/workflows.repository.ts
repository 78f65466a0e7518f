import { Injectable } from '@nestjs/common';
import { WORKFLOWS_CHANNEL } from '@cueline/database';
import type { Definition } from '@cueline/workflows';
import { StudioDatabase } from '../../platform/studio-database.js';

/** A definition as the database's JSON column takes it. */
const json = (definition: Definition) => JSON.parse(JSON.stringify(definition)) as object;

@Injectable()
export class WorkflowsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string) {
    return this.database.of(studioId).workflow.findMany({ orderBy: { name: 'asc' }, take: 500 });
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).workflow.findUnique({ where: { id } });
  }

  create(studioId: string, name: string, description: string, draft: Definition) {
    return this.database
      .of(studioId)
      .workflow.create({ data: { studioId, name, description, draft: json(draft) } });
  }

  update(studioId: string, id: string, data: { name?: string; description?: string }) {
    return this.database.of(studioId).workflow.update({ where: { id }, data });
  }

  /** @returns undefined when the revision is not the present one */
  async saveDraft(studioId: string, id: string, revision: number, draft: Definition) {
    const data = { draft: json(draft), draftRevision: { increment: 1 } };
    const [row] = await this.database
      .of(studioId)
      .workflow.updateManyAndReturn({ where: { id, draftRevision: revision }, data });
    return row;
  }

  /** Makes the draft of this revision a version, and tells the dispatchers. @returns undefined when the draft was changed meanwhile */
  async publish(
    studioId: string,
    id: string,
    revision: number,
    definition: Definition,
    note: string,
    publishedById: string | null,
  ) {
    return this.database.of(studioId).$transaction(async (tx) => {
      const [locked] = await tx.workflow.updateManyAndReturn({
        where: { id, draftRevision: revision },
        data: { state: 'published' },
      });
      if (!locked) return undefined;
      const last = await tx.workflowVersion.findFirst({
        where: { workflowId: id },
        orderBy: { number: 'desc' },
        select: { number: true },
      });
      const version = await tx.workflowVersion.create({
        data: {
          studioId,
          workflowId: id,
          number: (last?.number ?? 0) + 1,
          definition: json(definition),
          note,
          publishedById,
        },
      });
      const row = await tx.workflow.update({ where: { id }, data: { publishedVersionId: version.id } });
      await this.#changed(tx, studioId);
      return row;
    });
  }

  become(studioId: string, id: string, state: 'published' | 'paused' | 'archived') {
    return this.database.of(studioId).$transaction(async (tx) => {
      const row = await tx.workflow.update({ where: { id }, data: { state } });
      await this.#changed(tx, studioId);
      return row;
    });
  }

  versions(studioId: string, workflowId: string) {
    return this.database
      .of(studioId)
      .workflowVersion.findMany({ where: { workflowId }, orderBy: { number: 'desc' } });
  }

  version(studioId: string, id: string) {
    return this.database.of(studioId).workflowVersion.findUnique({ where: { id } });
  }

  /** For each workflow, its open runs and when the last one began. */
  async runCounts(studioId: string) {
    const db = this.database.of(studioId);
    const [active, last] = await Promise.all([
      db.run.groupBy({ by: ['workflowId'], where: { endedAt: null }, _count: true }),
      db.run.groupBy({ by: ['workflowId'], _max: { createdAt: true } }),
    ]);
    return {
      active: new Map(active.map((row) => [row.workflowId, row._count])),
      last: new Map(last.map((row) => [row.workflowId, row._max?.createdAt ?? null])),
    };
  }

  async #changed(
    tx: { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> },
    studioId: string,
  ): Promise<void> {
    await tx.$executeRawUnsafe(
      'UPDATE studios SET automation_revision = automation_revision + 1 WHERE id = $1::uuid',
      studioId,
    );
    await tx.$executeRawUnsafe(`SELECT pg_notify('${WORKFLOWS_CHANNEL}', $1)`, studioId);
  }
}
