import { Injectable } from '@nestjs/common';
import type { runs } from '@cueline/contracts';
import { pauseReasons, describeReason, type PauseCause } from '@cueline/workflows';
import { Observable } from 'rxjs';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { RunsRepository } from './runs.repository.js';

type Row = Awaited<ReturnType<RunsRepository['list']>>[number];
type Detailed = NonNullable<Awaited<ReturnType<RunsRepository['find']>>>;
type StepRow = Detailed['steps'][number];
type ControlRow = Detailed['controls'][number];

const POLL_EVERY_MS = 700;

@Injectable()
export class RunsService {
  constructor(private readonly repository: RunsRepository) {}

  async list(studioId: string, query: runs.RunQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string): Promise<runs.RunDetail> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('run');
    return {
      ...view(row),
      definition: row.version.definition,
      steps: row.steps.map(stepView),
      paused:
        row.pausedAt && !row.endedAt
          ? { since: row.pausedAt.toISOString(), reason: describePause(row.pauseCause) }
          : null,
      controls: row.controls.map(controlView),
    };
  }

  /** Says `changed` whenever a run does, and `alive` in between, until the listener is gone. */
  changes(studioId: string, workflowId: string | undefined): Observable<{ type: string; data: object }> {
    return new Observable((subscriber) => {
      let last: string | undefined;
      let timer: NodeJS.Timeout | undefined;
      const poll = async () => {
        try {
          const print = await this.repository.fingerprint(studioId, workflowId);
          subscriber.next({ type: print === last ? 'alive' : 'changed', data: {} });
          last = print;
        } catch (error) {
          console.warn('Runs could not be watched', error instanceof Error ? error.message : error);
        }
        if (!subscriber.closed) timer = setTimeout(() => void poll(), POLL_EVERY_MS);
      };
      void poll();
      return () => clearTimeout(timer);
    });
  }
}

const view = (row: Row): runs.RunView => ({
  id: row.id,
  workflowId: row.workflowId,
  workflowName: row.workflow.name,
  version: row.version.number,
  status: row.status,
  clientName: row.client ? [row.client.firstName, row.client.lastName].filter(Boolean).join(' ') : null,
  subject: `${row.subjectType}/${row.subjectId}`,
  currentStepId: row.currentStepId,
  nextAt: row.nextAt?.toISOString() ?? null,
  reason:
    (row.pausedAt && !row.endedAt
      ? describePause(row.pauseCause)
      : describeReason(row.reason, replyLanguage())[0]) ?? null,
  createdAt: row.createdAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

const describePause = (cause: PauseCause | null): string =>
  describeReason({ code: pauseReasons[cause ?? 'person'] }, replyLanguage())[0]!;

const controlView = ({ params, ...row }: ControlRow): runs.RunControlView => {
  const given = params as { stepId?: string; at?: string; version?: number; withWorkflow?: boolean };
  const { stepId = null, at = null, version = null, withWorkflow = false } = given;
  return {
    action: row.action,
    stepId,
    at,
    version,
    withWorkflow,
    note: row.note,
    byType: row.actorType as runs.RunControlView['byType'],
    byName: row.actorName,
    createdAt: row.createdAt.toISOString(),
  };
};

const stepView = (row: StepRow): runs.RunStepView => ({
  stepId: row.stepId,
  visit: row.visit,
  kind: row.kind,
  status: row.status,
  outcome: row.outcome,
  reasons: describeReason(row.reason, replyLanguage()),
  dueAt: row.dueAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
});
