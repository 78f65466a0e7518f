import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { approvals } from '@cueline/contracts';
import type { Caller } from '../../platform/auth/caller.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { invalid, notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { TemplateChecks } from '../templates/template-checks.service.js';
import { errorsAmong, type FoundProblem } from '../templates/template-problems.js';
import { ApprovalsRepository } from './approvals.repository.js';
import type { ApprovalRow } from './approvals.sql.js';

@Injectable()
export class ApprovalsService {
  constructor(
    private readonly repository: ApprovalsRepository,
    private readonly checks: TemplateChecks,
  ) {}

  async list(studioId: string, query: approvals.ApprovalQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  /** The same decision twice is one; who decides otherwise is told who was first. */
  async decide(
    { studioId, by }: Caller,
    id: string,
    state: 'approved' | 'declined',
    { note = '', mail }: approvals.Approving,
  ): Promise<approvals.ApprovalView> {
    // Before the question is locked: nothing waits for a template to be read.
    const problems = mail ? errorsAmong(await this.checks.problems(studioId, mail)) : [];
    const row = await this.repository.decide(studioId, id, { by, note }, (before) => {
      if (mail) checkMailContent(before, problems);
      if (before.state === state && (!mail || isDeepStrictEqual(mail, before.mail))) return undefined;
      if (before.state === 'approved' || before.state === 'declined')
        throw new ProblemError('approval.decided', {
          en: `${before.decidedByName || 'Somebody'} has ${before.state} it already.`,
          de: `${before.decidedByName || 'Jemand'} hat das schon ${before.state === 'approved' ? 'freigegeben' : 'abgelehnt'}.`,
        });
      if (before.state === 'lapsed')
        throw new ProblemError('approval.closed', {
          en: 'Nobody answered in time: the run went on without an answer.',
          de: 'Niemand hat rechtzeitig geantwortet: Der Durchlauf ging ohne Antwort weiter.',
        });
      if (!before.isOpen)
        throw new ProblemError('approval.closed', {
          en: 'The run does not wait for this answer any more.',
          de: 'Der Durchlauf wartet nicht mehr auf diese Antwort.',
        });
      return { state, ...(mail && { mail }) };
    });
    if (!row) throw notFound('approval');
    return view(row);
  }
}

/** @throws ProblemError for words that no mail can be made of */
function checkMailContent({ kind }: ApprovalRow, problems: readonly FoundProblem[]): void {
  if (kind !== 'mail')
    throw invalid([
      {
        pointer: '/mail',
        code: 'approval.noMail',
        detail: 'This is a question: it has no mail to change. Leave "mail" out.',
      },
    ]);
  if (problems.length > 0)
    throw invalid(
      problems.map(({ part, code, line, column, message }) => ({
        pointer: `/mail/${part}`,
        code,
        detail: {
          en: `Line ${line}, column ${column}: ${message.en}`,
          de: `Zeile ${line}, Spalte ${column}: ${message.de}`,
        },
      })),
    );
}

const view = (row: ApprovalRow): approvals.ApprovalView => ({
  id: row.id,
  runId: row.runId,
  workflowId: row.workflowId,
  workflowName: row.workflowName,
  clientId: row.clientId,
  clientName: row.clientName,
  stepId: row.stepId,
  kind: row.kind,
  question: row.question,
  state: row.state,
  requestedAt: row.requestedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decidedBy: row.decidedByName || null,
  note: row.note,
  edited: row.mail !== null,
});
