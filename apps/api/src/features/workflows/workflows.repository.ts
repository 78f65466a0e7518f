import { Injectable } from '@nestjs/common';
import { WORKFLOWS_CHANNEL, type WorkflowState } from '@cueline/database';
import { workflowFactsOf, type Definition, type WorkflowFacts } from '@cueline/workflows';
import { lockRecord } from '../../platform/lock-record.js';
import { StudioDatabase, type Transaction } from '../../platform/studio-database.js';

/** A definition as the database's JSON column takes it. */
export const asJson = (definition: Definition) => JSON.parse(JSON.stringify(definition)) as object;

@Injectable()
export class WorkflowsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string) {
    return this.database.of(studioId).workflow.findMany({ orderBy: { name: 'asc' }, take: 500 });
  }

  /** What the checks of a workflow ask about all of them. */
  async facts(studioId: string): Promise<ReadonlyMap<string, WorkflowFacts>> {
    const { rows } = await this.database.database.pool.query<
      Pick<WorkflowFacts, 'name' | 'state' | 'trigger'> & {
        readonly id: string;
        readonly steps: Definition['steps'] | null;
      }
    >({
      name: 'workflow-facts',
      text: `SELECT w.id::text, w.name, w.state::text, COALESCE(v.definition, w.draft)->'trigger' AS trigger,
          CASE WHEN w.state = 'published' THEN v.definition->'steps' END AS steps
        FROM workflows w LEFT JOIN workflow_versions v ON v.studio_id = w.studio_id AND v.id = w.published_version_id
        WHERE w.studio_id = $1`,
      values: [studioId],
    });
    return new Map(
      rows.map(({ id, trigger, steps, ...named }) => [
        id,
        workflowFactsOf(named, { trigger, steps: steps ?? [] }),
      ]),
    );
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).workflow.findUnique({ where: { id } });
  }

  create(studioId: string, name: string, description: string, draft: Definition) {
    return this.database
      .of(studioId)
      .workflow.create({ data: { studioId, name, description, draft: asJson(draft) } });
  }

  update(studioId: string, id: string, data: { name?: string; description?: string }) {
    return this.database.of(studioId).workflow.update({ where: { id }, data });
  }

  /** @param about its name and description, where they change with it @returns undefined when the revision is not the present one */
  async saveDraft(
    studioId: string,
    id: string,
    revision: number,
    draft: Definition,
    about: { name?: string; description?: string } = {},
  ) {
    const data = { ...about, draft: asJson(draft), draftRevision: { increment: 1 } };
    const [row] = await this.database
      .of(studioId)
      .workflow.updateManyAndReturn({ where: { id, draftRevision: revision }, data });
    return row;
  }

  /** @param also what becomes of its runs, in the same transaction */
  async become(
    studioId: string,
    id: string,
    state: WorkflowState,
    also?: (tx: Transaction) => Promise<void>,
  ) {
    const row = await this.database.of(studioId).$transaction(async (tx) => {
      // Runs of it that a dispatcher is just writing are waited for; they refer to this row.
      await lockRecord(tx, 'workflows', studioId, id);
      const became = await tx.workflow.update({ where: { id }, data: { state } });
      await tellDispatchers(tx, studioId);
      await also?.(tx);
      return became;
    });
    if (also) this.database.runsNotifier.notify();
    return row;
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
}

/** The published workflows of the studio have changed: each dispatcher reads them anew. In the transaction of the change. */
export async function tellDispatchers(
  tx: { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> },
  studioId: string,
): Promise<void> {
  await tx.$executeRawUnsafe(
    'UPDATE studios SET automation_revision = automation_revision + 1 WHERE id = $1::uuid',
    studioId,
  );
  await tx.$executeRawUnsafe(`SELECT pg_notify('${WORKFLOWS_CHANNEL}', $1)`, studioId);
}
