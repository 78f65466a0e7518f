import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { onPrisma, type WorkflowState } from '@cueline/database';
import { workflowFactsOf, type Definition, type WorkflowFacts } from '@cueline/workflows';
import { known, namedPageArgs } from '../../../platform/paging/cursor.js';
import { lockRecord } from '../../../platform/database/lock-record.js';
import { searchIn } from '../../../platform/paging/search.js';
import { StudioDatabase, type Transaction } from '../../../platform/database/studio-database.js';
import {
  notifyWorkflows,
  raiseAutomationRevision,
  runCounts,
  workflowFacts,
  type RunCounts,
} from './workflows.sql.js';

/** A definition as the database's JSON column takes it. */
export const asJson = (definition: Definition) => JSON.parse(JSON.stringify(definition)) as object;

@Injectable()
export class WorkflowsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** A page by name. */
  list(studioId: string, { search, state, ...query }: workflows.WorkflowQuery) {
    const { workflow } = this.database.of(studioId);
    const where = { ...(state && { state }), ...searchIn(search, ['name', 'description']) };
    return known(query, workflow.findMany({ where, ...namedPageArgs(query) }), (id) =>
      workflow.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  async names(studioId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.of(studioId).workflow.findMany({ select: { id: true, name: true } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** What the checks of a workflow ask about all of them. */
  async facts(studioId: string): Promise<ReadonlyMap<string, WorkflowFacts>> {
    const rows = await workflowFacts.rows(this.database.database.pool, { studioId });
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

  /**
   * Puts a workflow that is in one of the states `from` into `state`; one that is there already stays as it is.
   * @param also what becomes of its runs, in the same transaction
   * @returns undefined when it is in another state
   */
  async changeState(
    studioId: string,
    id: string,
    state: WorkflowState,
    from: readonly WorkflowState[],
    also?: (tx: Transaction) => Promise<void>,
  ) {
    const row = await this.database.of(studioId).$transaction(async (tx) => {
      // Runs of it that a dispatcher is just writing are waited for; they refer to this row.
      await lockRecord(tx, 'workflows', studioId, id);
      const before = await tx.workflow.findUniqueOrThrow({ where: { id } });
      if (before.state === state) return before;
      if (!from.includes(before.state)) return undefined;
      const became = await tx.workflow.update({ where: { id }, data: { state } });
      await notifyDispatchers(tx, studioId);
      await also?.(tx);
      return became;
    });
    if (row && also) this.database.runsNotifier.notify();
    return row;
  }

  /** Of these workflows, their open runs and when the last one began. */
  async runCounts(studioId: string, ids: readonly string[]): Promise<ReadonlyMap<string, RunCounts>> {
    const rows = await runCounts.rows(this.database.database.pool, { studioId, workflowIds: ids });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** The published workflows of the studio have changed: each dispatcher reads them anew. In the transaction of the change. */
export async function notifyDispatchers(tx: Parameters<typeof onPrisma>[0], studioId: string): Promise<void> {
  const on = onPrisma(tx);
  await raiseAutomationRevision.run(on, { studioId });
  await notifyWorkflows.run(on, { studioId });
}
