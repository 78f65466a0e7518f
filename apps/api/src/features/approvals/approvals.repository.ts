import { Injectable } from '@nestjs/common';
import type { approvals, templates } from '@cueline/contracts';
import { decideApproval, insertRunSignals, onPrisma } from '@cueline/database';
import type { Actor } from '../../platform/auth/caller.js';
import { known } from '../../platform/paging/cursor.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { findApproval, listApprovals, lockApproval, type ApprovalRow } from './approvals.sql.js';

/** What is to be written; undefined leaves it as it is. */
type Decide = (
  row: ApprovalRow,
) => { readonly state: 'approved' | 'declined'; readonly mail?: templates.TemplateContent } | undefined;

@Injectable()
export class ApprovalsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** Newest first; those that wait are those whose run is there. */
  async list(
    studioId: string,
    { state, clientId, workflowId, runId, cursor, limit }: approvals.ApprovalQuery,
  ): Promise<ApprovalRow[]> {
    const page = listApprovals.rows(this.database.database.pool, {
      studioId,
      state,
      clientId: clientId ?? null,
      workflowId: workflowId ?? null,
      runId: runId ?? null,
      cursor: cursor ?? null,
      limit: limit + 1,
    });
    return known({ cursor }, page, (id) => this.find(studioId, id));
  }

  find(studioId: string, id: string): Promise<ApprovalRow | undefined> {
    return findApproval.first(this.database.database.pool, { studioId, id });
  }

  /**
   * Decides while the question and the run are locked, and signals the run in the same transaction.
   * @returns the question as it is then; undefined when the studio has none of this id
   */
  async decide(
    studioId: string,
    id: string,
    { by, note }: { by: Actor; note: string },
    decide: Decide,
  ): Promise<ApprovalRow | undefined> {
    const decided = await this.database.of(studioId).$transaction(async (tx) => {
      const on = onPrisma(tx);
      await lockApproval.run(on, { studioId, id });
      const read = () => findApproval.first(on, { studioId, id });
      const row = await read();
      const decision = row && decide(row);
      if (!decision) return row;
      const { state, mail = null } = decision;
      const who = { actorId: by.id, actorName: by.name };
      await decideApproval.run(on, { studioId, id, state, mail, note, ...who });
      await insertRunSignals.run(on, {
        studioId,
        signals: [{ runId: row.runId, kind: 'recheck', payload: {} }],
      });
      return read();
    });
    this.database.runsNotifier.notify();
    return decided;
  }
}
