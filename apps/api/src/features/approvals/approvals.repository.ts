import { Injectable } from '@nestjs/common';
import type { approvals, templates } from '@cueline/contracts';
import type { Actor } from '../../platform/auth/caller.js';
import { known } from '../../platform/paging/cursor.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { findApproval, listApprovals, lockApproval, type ApprovalRow } from './approvals.sql.js';

/** What is to be written; undefined leaves it as it stands. */
type Decide = (
  row: ApprovalRow,
) => { readonly state: 'approved' | 'declined'; readonly mail?: templates.TemplateWords } | undefined;

@Injectable()
export class ApprovalsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** Newest first; those that wait are those whose run stands there. */
  async list(
    studioId: string,
    { state, clientId, workflowId, runId, cursor, limit }: approvals.ApprovalQuery,
  ): Promise<ApprovalRow[]> {
    const { pool } = this.database.database;
    const only = [clientId ?? null, workflowId ?? null, runId ?? null];
    const values = [studioId, state, ...only, cursor ?? null, limit + 1];
    const page = pool.query<ApprovalRow>({ ...listApprovals, values });
    return known(
      { cursor },
      page.then(({ rows }) => rows),
      (id) => this.find(studioId, id),
    );
  }

  async find(studioId: string, id: string): Promise<ApprovalRow | undefined> {
    const { pool } = this.database.database;
    return (await pool.query<ApprovalRow>({ ...findApproval, values: [studioId, id] })).rows[0];
  }

  /**
   * Decides while question and run are held, and tells the run in the same transaction.
   * @returns the question as it stands then; undefined when the studio has none of this id
   */
  async decide(
    studioId: string,
    id: string,
    { by, note }: { by: Actor; note: string },
    decide: Decide,
  ): Promise<ApprovalRow | undefined> {
    const decided = await this.database.of(studioId).$transaction(async (tx) => {
      await tx.$queryRawUnsafe(lockApproval, studioId, id);
      const read = async () => (await tx.$queryRawUnsafe<ApprovalRow[]>(findApproval.text, studioId, id))[0];
      const row = await read();
      const decision = row && decide(row);
      if (!decision) return row;
      await tx.approval.update({
        where: { id },
        data: { ...decision, note, decidedAt: new Date(), decidedById: by.id, decidedByName: by.name },
      });
      await tx.runSignal.create({ data: { studioId, runId: row.run_id, kind: 'recheck' } });
      return read();
    });
    this.database.runsNotifier.notify();
    return decided;
  }
}
