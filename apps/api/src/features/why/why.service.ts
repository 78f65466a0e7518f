import { Injectable } from '@nestjs/common';
import type { why } from '@cueline/contracts';
import { eventLabel, describeReason } from '@cueline/workflows';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { WhyRepository } from './why.repository.js';
import type { WhyRow } from './why.sql.js';

@Injectable()
export class WhyService {
  constructor(private readonly repository: WhyRepository) {}

  /** What happened for a client and what did not, newest first, each with its reason. */
  async answer(studioId: string, query: why.WhyQuery) {
    const rows = await this.repository.find(studioId, query);
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    const nextCursor = last && rows.length > query.limit ? `${last.at.toISOString()}~${last.key}` : null;
    return { items: items.map(view), nextCursor };
  }
}

const view = (row: WhyRow): why.WhyEntry => ({
  at: row.at.toISOString(),
  kind: row.kind,
  workflowId: row.workflowId,
  workflowName: row.workflowName,
  runId: row.runId,
  stepId: row.stepId,
  mail: row.mail,
  to: row.toAddress,
  event: row.eventType && eventLabel(row.eventType, replyLanguage()),
  reasons: describeReason(row.reason, replyLanguage()),
});
